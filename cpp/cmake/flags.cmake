# SPDX-License-Identifier: MIT
# What every target of this project is compiled with.
add_library(mlp_flags INTERFACE)
# Contraction to fused multiply-add would change the last bit from one machine to the next.
target_compile_options(mlp_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror -ffp-contract=off)
if(EMSCRIPTEN)
  # Eigen's packets are written for SSE; Emscripten maps SSE to simd128.
  target_compile_options(mlp_flags INTERFACE -msimd128 -msse4.2 -fwasm-exceptions)
  target_link_options(mlp_flags INTERFACE -msimd128 -fwasm-exceptions)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(mlp_flags INTERFACE -msse4.2)
endif()
if(MLP_SANITIZE)
  target_compile_options(mlp_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mlp_flags INTERFACE -fsanitize=address,undefined)
endif()
