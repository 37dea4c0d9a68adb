# SPDX-License-Identifier: MIT
# mlp_gtest${suffix}: GoogleTest with its main(). The system's library where there is one for this
# target, else the sources that Debian installs, else a download.
include(${PROJECT_SOURCE_DIR}/cpp/cmake/fetch.cmake)

set(MLP_GOOGLETEST_DIR "" CACHE PATH "Sources of GoogleTest (hold googletest/src); empty: find or fetch them")

if(NOT EMSCRIPTEN)
  find_package(GTest QUIET)
  if(TARGET GTest::gtest_main)
    add_library(mlp_gtest INTERFACE)
    target_link_libraries(mlp_gtest INTERFACE GTest::gtest_main)
    return()
  endif()
endif()

set(gtest_dir "${MLP_GOOGLETEST_DIR}")
if(NOT gtest_dir AND EXISTS /usr/src/googletest/googletest/src/gtest-all.cc)
  set(gtest_dir /usr/src/googletest)
endif()
if(NOT gtest_dir)
  mlp_fetch(gtest_dir googletest-1.17.0
    https://github.com/google/googletest/releases/download/v1.17.0/googletest-1.17.0.tar.gz
    65fab701d9829d38cb77c14acdc431d2108bfdbf8979e40eb8ae567edf10b27c
    "Debian's package 'googletest', or name a folder with its sources by -DMLP_GOOGLETEST_DIR=...")
endif()

function(mlp_add_gtest suffix)
  set(dir ${gtest_dir}/googletest)
  add_library(mlp_gtest${suffix} STATIC EXCLUDE_FROM_ALL
    ${dir}/src/gtest-all.cc ${dir}/src/gtest_main.cc)
  target_include_directories(mlp_gtest${suffix} SYSTEM PUBLIC ${dir}/include PRIVATE ${dir})
  target_compile_options(mlp_gtest${suffix} PRIVATE ${ARGN})
endfunction()

if(EMSCRIPTEN)
  mlp_add_gtest("" -fwasm-exceptions)
  mlp_add_gtest(_threads -fwasm-exceptions -pthread)
  add_library(mlp_gtest_scalar ALIAS mlp_gtest)
else()
  find_package(Threads REQUIRED)
  mlp_add_gtest("")
  target_link_libraries(mlp_gtest PUBLIC Threads::Threads)
endif()
