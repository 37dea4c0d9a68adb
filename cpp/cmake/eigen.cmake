# SPDX-License-Identifier: MIT
# Eigen 3.4.1 or newer: 3.4.0 does not compile with Emscripten's SIMD.
add_library(mlp_eigen INTERFACE)
if(MLP_EIGEN_DIR)
  if(NOT EXISTS "${MLP_EIGEN_DIR}/Eigen/Core")
    message(FATAL_ERROR "MLP_EIGEN_DIR=${MLP_EIGEN_DIR} holds no Eigen/Core. Run 'node scripts/toolchain.mjs', or name a folder that does.")
  endif()
  target_include_directories(mlp_eigen SYSTEM INTERFACE "${MLP_EIGEN_DIR}")
else()
  find_package(Eigen3 3.4.1 QUIET NO_MODULE)
  if(NOT TARGET Eigen3::Eigen)
    message(STATUS "No Eigen 3.4.1 or newer found; fetching Eigen 5.0.1")
    include(FetchContent)
    FetchContent_Declare(eigen GIT_REPOSITORY https://gitlab.com/libeigen/eigen.git GIT_TAG 5.0.1 GIT_SHALLOW ON)
    set(EIGEN_BUILD_TESTING OFF)
    set(EIGEN_BUILD_DOC OFF)
    FetchContent_MakeAvailable(eigen)
  endif()
  target_link_libraries(mlp_eigen INTERFACE Eigen3::Eigen)
endif()
# Products of these sizes may take their scratch space from the stack, never from the heap.
target_compile_definitions(mlp_eigen INTERFACE EIGEN_MPL2_ONLY EIGEN_DONT_PARALLELIZE)
target_compile_definitions(mlp_eigen INTERFACE EIGEN_STACK_ALLOCATION_LIMIT=2097152)
if(EMSCRIPTEN)
  # WebAssembly has no registers of its own; the machines that run it have 16 and more. With Eigen's
  # 8 for 32-bit addresses a product keeps four sums at a time, with 16 eight, and as if it had
  # fused multiply-add (which it has not: the bits are those of two roundings) twelve: 20 % faster.
  target_compile_definitions(mlp_eigen INTERFACE
    EIGEN_ARCH_DEFAULT_NUMBER_OF_REGISTERS=16 EIGEN_HAS_SINGLE_INSTRUCTION_MADD)
endif()
# Small products are computed as large ones are: below this limit, which no sum of sizes is, Eigen
# would use code of its own for each, and a page downloads all of it.
target_compile_definitions(mlp_eigen INTERFACE "EIGEN_GEMM_TO_COEFFBASED_THRESHOLD=(-2147483647-1)")
