# SPDX-License-Identifier: MIT
# mlp_add_room(name suffix [SMALL] [FOLDER folder] FILES ... [GUARDED ...] [USES ...] [HIDDEN ...])
# The library mlp_<name>${suffix}: the files of src/<folder>, which is src/<name> unless told. USES
# are the rooms that its headers need, HIDDEN those that its sources need. SMALL: see flags.cmake.
#
# The rooms with and without shared memory have FILES in common, compiled once, with -pthread: their
# code is the same either way. GUARDED are compiled for each: those with static variables that
# threads have to guard (Eigen's products have one), with atomics, or with thread-local variables.
function(mlp_add_room name suffix)
  cmake_parse_arguments(PARSE_ARGV 2 room "SMALL" "FOLDER" "FILES;GUARDED;USES;HIDDEN")
  if(NOT room_FOLDER)
    set(room_FOLDER ${name})
  endif()
  list(TRANSFORM room_FILES PREPEND src/${room_FOLDER}/)
  list(TRANSFORM room_GUARDED PREPEND src/${room_FOLDER}/)
  if(NOT EMSCRIPTEN OR suffix STREQUAL "_scalar")
    add_library(mlp_${name}${suffix} STATIC ${room_GUARDED} ${room_FILES})
    mlp_set_up_room(mlp_${name}${suffix} "${suffix}")
    mlp_precompile(mlp_${name}${suffix} "${set}")
    return()
  endif()
  if(NOT TARGET mlp_${name}_common)
    add_library(mlp_${name}_common OBJECT ${room_FILES})
    mlp_set_up_room(mlp_${name}_common _threads)
    mlp_precompile(mlp_${name}_common "${set}")
  endif()
  # The guarded ones first: of functions that several files have, the linker takes those of the file
  # that it comes to first, and what it makes packs better so.
  set(objects "")
  if(room_GUARDED)
    add_library(mlp_${name}_guarded${suffix} OBJECT ${room_GUARDED})
    mlp_set_up_room(mlp_${name}_guarded${suffix} "${suffix}")
    mlp_precompile(mlp_${name}_guarded${suffix} "${set}")
    set(objects $<TARGET_OBJECTS:mlp_${name}_guarded${suffix}>)
  endif()
  add_library(mlp_${name}${suffix} STATIC ${objects} $<TARGET_OBJECTS:mlp_${name}_common>)
  set_target_properties(mlp_${name}${suffix} PROPERTIES LINKER_LANGUAGE CXX)
  mlp_set_up_room(mlp_${name}${suffix} "${suffix}")
endfunction()

# What each target of a room has, from the arguments of mlp_add_room.
macro(mlp_set_up_room target suffix)
  target_include_directories(${target} PUBLIC include src)
  target_link_libraries(${target} PUBLIC mlp_flags${suffix} mlp_eigen)
  foreach(room IN LISTS room_USES)
    target_link_libraries(${target} PUBLIC mlp_${room}${suffix})
  endforeach()
  foreach(room IN LISTS room_HIDDEN)
    target_link_libraries(${target} PRIVATE mlp_${room}${suffix})
  endforeach()
  set(set "${suffix}") # of compiled headers
  if(room_SMALL)
    target_link_libraries(${target} PRIVATE mlp_small)
    set(set "_small${suffix}")
  endif()
endmacro()
