# Warnings and sanitizers as one INTERFACE target that every target of ours links.
add_library(grader_settings INTERFACE)
target_compile_options(grader_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wcast-align -Wimplicit-fallthrough
  $<$<BOOL:${GRADER_WARNINGS_AS_ERRORS}>:-Werror>)
# g++ 12 and 13 warn of overlapping copies inside std::string's own operator+ (GCC bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 14)
  target_compile_options(grader_settings INTERFACE -Wno-restrict)
endif()
# One rounding on every platform: generated inputs and comparisons must not depend on fused operations.
target_compile_options(grader_settings INTERFACE -ffp-contract=off)
if(GRADER_SANITIZE)
  target_compile_options(grader_settings INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(grader_settings INTERFACE -fsanitize=address,undefined)
endif()
if(GRADER_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "GRADER_FUZZ needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
  endif()
  target_compile_options(grader_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()
