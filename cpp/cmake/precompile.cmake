# SPDX-License-Identifier: MIT
# Eigen takes a second or two to read, and most files need it: it is read once for each set of flags.
# A build without it (MLP_PRECOMPILE=OFF) finds the file that forgets to include what it uses.

# mlp_precompile(target set): the headers as compiled for a set of flags, one target for each.
function(mlp_precompile target set)
  if(NOT MLP_PRECOMPILE)
    return()
  endif()
  set(headers mlp_headers${set})
  if(NOT TARGET ${headers})
    add_library(${headers} OBJECT ${PROJECT_SOURCE_DIR}/cpp/cmake/precompiled.cpp)
    string(REPLACE _small "" suffix "${set}")
    target_link_libraries(${headers} PRIVATE mlp_flags${suffix} mlp_eigen)
    if(NOT set STREQUAL suffix)
      target_link_libraries(${headers} PRIVATE mlp_small)
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      # Else compiled headers hold the time of the source, which ccache would have to compare.
      target_compile_options(${headers} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
    target_precompile_headers(${headers} PRIVATE
      <Eigen/Core> <algorithm> <array> <bit> <cmath> <cstddef> <cstdint> <cstring> <functional>
      <limits> <memory> <numeric> <optional> <span> <string> <utility> <vector>)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${headers})
endfunction()

# Files of another level of optimisation than their room's, which its compiled headers do not fit.
function(mlp_set_level level)
  set_source_files_properties(${ARGN} PROPERTIES
    COMPILE_OPTIONS ${level} SKIP_PRECOMPILE_HEADERS ON)
endfunction()
