// SPDX-License-Identifier: MIT
// Embind names a type that the table lacks by its address, with sprintf("%p"), in an error that a
// whole table never gives. It would be all that brings the formatting of numbers to the page.
#include <cstring>

// What Emscripten makes of a sprintf() that formats no floating-point number; the room is 80 bytes.
extern "C" int siprintf(char* to, const char* format, ...);

extern "C" int siprintf(char* to, const char*, ...) {
  std::strcpy(to, "a type that bindings.cpp does not name");
  return static_cast<int>(std::strlen(to));
}
