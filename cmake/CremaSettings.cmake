# SPDX-License-Identifier: GPL-3.0-or-later
# Compiler, linker and warning settings that hold for every target.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(CREMA_TESTS "Build the tests" ON)
option(CREMA_WARNINGS_AS_ERRORS "A warning fails the build" OFF)
option(CREMA_COVERAGE "Instrument for line coverage" OFF)
option(CREMA_CLANG_TIDY "Run clang-tidy beside the compiler" OFF)
set(CREMA_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize takes them")

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithAssert)
endif()
# Optimised with assertions on: what the tests run is what people get.
set(CMAKE_CXX_FLAGS_RELWITHASSERT "-O2" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_RELWITHASSERT "" CACHE STRING "" FORCE)

find_program(CREMA_MOLD mold)
if(CREMA_MOLD)
    add_link_options(-fuse-ld=mold)
endif()
find_program(CREMA_CCACHE ccache)
if(CREMA_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 "${CREMA_CCACHE}")
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wnull-dereference -Wimplicit-fallthrough -Wno-missing-field-initializers -fpch-preprocess)
# g++ 12 reports null dereferences and uninitialised members inside inlined library code at -O2.
add_compile_options($<$<CONFIG:RelWithAssert>:-Wno-null-dereference>
    $<$<CONFIG:RelWithAssert>:-Wno-maybe-uninitialized>)
if(CREMA_WARNINGS_AS_ERRORS)
    add_compile_options(-Werror)
endif()
if(CREMA_SANITIZE)
    add_compile_options(-fsanitize=${CREMA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
    add_link_options(-fsanitize=${CREMA_SANITIZE})
endif()
if(CREMA_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
if(CREMA_CLANG_TIDY)
    find_program(CREMA_CLANG_TIDY_PROGRAM NAMES clang-tidy clang-tidy-14 REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY "${CREMA_CLANG_TIDY_PROGRAM};--quiet")
endif()

add_compile_definitions(
    QT_FORCE_ASSERTS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS
    QT_MESSAGELOGCONTEXT
    CREMA_VERSION="${PROJECT_VERSION}")
