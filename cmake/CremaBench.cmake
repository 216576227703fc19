# SPDX-License-Identifier: GPL-3.0-or-later
# crema_bench(NAME SOURCES … LINKS …) makes a Google Benchmark program in build/<preset>/bench; ./dev bench runs
# all that stand there. Benchmarks are never CTest tests: a timed test fails on a busy machine.
function(crema_bench name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
    find_package(benchmark REQUIRED)
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${name} PRIVATE ${arg_LINKS} benchmark::benchmark)
    crema_unity(${name} ${arg_SOURCES})
    target_precompile_headers(${name} REUSE_FROM crema_pch_core)
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
endfunction()
