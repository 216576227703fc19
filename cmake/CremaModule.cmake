# SPDX-License-Identifier: GPL-3.0-or-later
# The one way a module, a program and a test are made.

# Which headers of the system the precompiled ones hold.
execute_process(COMMAND "${CMAKE_CXX_COMPILER}" --version OUTPUT_VARIABLE CREMA_HEADERS_SEEN)
find_program(CREMA_DPKG_QUERY dpkg-query)
if(CREMA_DPKG_QUERY)
    execute_process(COMMAND "${CREMA_DPKG_QUERY}" -W qt6-base-dev libstdc++-12-dev libc6-dev libgtest-dev libexpected-dev
        OUTPUT_VARIABLE versions ERROR_QUIET)
    string(APPEND CREMA_HEADERS_SEEN "${versions}")
endif()

# One precompiled header serves every module without a graphical part, a second one the widgets, a third one the tests.
function(_crema_pch_host target header)
    add_library(${target} STATIC "${CMAKE_BINARY_DIR}/${target}.cpp")
    file(WRITE "${CMAKE_BINARY_DIR}/${target}.cpp.in" "// Made by CMake: gives the precompiled header a home.\n")
    configure_file("${CMAKE_BINARY_DIR}/${target}.cpp.in" "${CMAKE_BINARY_DIR}/${target}.cpp" COPYONLY)
    target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/${header}")
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    # No two runs of g++ make the same bytes of one. What the compiler cache compares instead is what it is made of.
    file(READ "${CMAKE_SOURCE_DIR}/cmake/${header}" texts)
    file(READ "${CMAKE_SOURCE_DIR}/cmake/precompiled_core.h" core)
    string(SHA256 sum "${CREMA_HEADERS_SEEN}${CMAKE_CXX_FLAGS}${texts}${core}")
    file(WRITE "${CMAKE_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.gch.sum" "${sum}\n")
endfunction()

_crema_pch_host(crema_pch_core precompiled_core.h)
target_link_libraries(crema_pch_core PRIVATE Qt6::Core tl::expected)
_crema_pch_host(crema_pch_widgets precompiled_widgets.h)
target_link_libraries(crema_pch_widgets PRIVATE Qt6::Widgets tl::expected)
if(CREMA_TESTS)
    find_package(GTest REQUIRED)
    _crema_pch_host(crema_pch_tests precompiled_tests.h)
    target_link_libraries(crema_pch_tests PRIVATE Qt6::Core tl::expected GTest::gtest)
endif()
include(CremaUnity)

# crema_module(NAME SOURCES a.cpp … [PUBLIC targets …] [PRIVATE targets …] [WIDGETS] [SQL folder])
# makes the static library crema_NAME with the alias Crema::NAME. Includes are written from the root.
# SQL compiles every .sql file below the folder into the library (see CremaSql.cmake).
function(crema_module name)
    cmake_parse_arguments(arg "WIDGETS" "SQL" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    set(target crema_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    add_library(Crema::${name} ALIAS ${target})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
    crema_unity(${target} ${arg_SOURCES})
    if(arg_WIDGETS)
        target_precompile_headers(${target} REUSE_FROM crema_pch_widgets)
    else()
        target_precompile_headers(${target} REUSE_FROM crema_pch_core)
    endif()
    if(arg_SQL)
        crema_sql(${target} "${arg_SQL}")
    endif()
endfunction()

# crema_program(NAME SOURCES … LINKS …) makes an executable in build/<preset>/bin.
function(crema_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_LINKS})
    crema_unity(${name} ${arg_SOURCES})
endfunction()

# crema_test(NAME SOURCES … LINKS … [LABELS …] [WIDGETS] [MOC] [COST seconds]) makes a GoogleTest program and registers it
# with CTest. MOC is for one that declares a QObject of its own: to look for that in all of them takes longer than to
# compile some. COST is what a long one takes about: those begin first, also where CTest has not measured yet, so that
# none of them is left over at the end, alone on one core.
function(crema_test name)
    cmake_parse_arguments(arg "WIDGETS;MOC" "TIMEOUT;COST" "SOURCES;LINKS;LABELS" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_LINKS} Crema::testing)
    set_target_properties(${name} PROPERTIES AUTOMOC "${arg_MOC}")
    crema_unity(${name} ${arg_SOURCES})
    # What a test itself says runs once: a third less time at the compiler is worth more than its speed.
    target_compile_options(${name} PRIVATE "$<$<CONFIG:RelWithAssert>:-O1>")
    if(arg_WIDGETS)
        target_precompile_headers(${name} REUSE_FROM crema_pch_widgets)
    else()
        target_precompile_headers(${name} REUSE_FROM crema_pch_tests)
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "${CREMA_TEST_ENVIRONMENT}")
    if(arg_COST)
        set_tests_properties(${name} PROPERTIES COST ${arg_COST})
    endif()
endfunction()

include(CremaBench)
include(CremaSql)
