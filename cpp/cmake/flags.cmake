# SPDX-License-Identifier: MIT
# What every target of this project is compiled with: mlp_flags_common, and what a variant adds.
add_library(mlp_flags_common INTERFACE)
# Contraction to fused multiply-add would change the last bit from one machine to the next.
target_compile_options(mlp_flags_common INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror -ffp-contract=off)
if(EMSCRIPTEN)
  target_compile_options(mlp_flags_common INTERFACE -fwasm-exceptions)
  target_link_options(mlp_flags_common INTERFACE -fwasm-exceptions)
endif()
if(MLP_SANITIZE)
  target_compile_options(mlp_flags_common INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(mlp_flags_common INTERFACE -fsanitize=address,undefined)
endif()

# For what no training step calls: a page downloads the module before anything can happen.
add_library(mlp_small INTERFACE)
if(EMSCRIPTEN)
  target_compile_options(mlp_small INTERFACE -Oz -fno-rtti)
endif()

add_library(mlp_flags INTERFACE)
target_link_libraries(mlp_flags INTERFACE mlp_flags_common)
if(EMSCRIPTEN)
  # Eigen's packets are written for SSE; Emscripten maps SSE to simd128.
  target_compile_options(mlp_flags INTERFACE -msimd128 -msse4.2)
  target_link_options(mlp_flags INTERFACE -msimd128)
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  target_compile_options(mlp_flags INTERFACE -msse4.2)
endif()

if(EMSCRIPTEN)
  # Shared memory asks for -pthread in every object, whether it starts threads or not.
  add_library(mlp_flags_threads INTERFACE)
  target_link_libraries(mlp_flags_threads INTERFACE mlp_flags)
  target_compile_options(mlp_flags_threads INTERFACE -pthread)
  target_link_options(mlp_flags_threads INTERFACE -pthread)

  # For engines without SIMD.
  add_library(mlp_flags_scalar INTERFACE)
  target_link_libraries(mlp_flags_scalar INTERFACE mlp_flags_common)

  # 'Turbo': instructions whose last bits the machine may choose, in the kernels alone.
  foreach(threads "" _threads)
    add_library(mlp_flags_turbo${threads} INTERFACE)
    target_link_libraries(mlp_flags_turbo${threads} INTERFACE mlp_flags${threads})
    target_compile_options(mlp_flags_turbo${threads} INTERFACE -mrelaxed-simd)
    target_compile_definitions(mlp_flags_turbo${threads} INTERFACE MLP_TURBO=1)
    target_link_options(mlp_flags_turbo${threads} INTERFACE -mrelaxed-simd)
  endforeach()
endif()
