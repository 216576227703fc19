# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles several sources of a target as one: most of a compiler's time goes into headers, which are read once then.
# The presets for daily work leave it out, so that each source is also seen to include what it uses.

option(CREMA_UNITY "Compile several sources as one translation unit" OFF)

# Nearly every source that shows something has a `Texts` of its own, the context of its translations.
set(CREMA_UNITY_BEFORE "#undef Texts
#define CREMA_JOINED(name, id) name##id
#define CREMA_NAMED(name, id) CREMA_JOINED(name, id)
#define Texts CREMA_NAMED(Texts, CREMA_UNITY_ID)")

# crema_unity(TARGET sources…): to be called once for each target, with sources relative to the current folder.
function(crema_unity target)
    if(NOT CREMA_UNITY)
        return()
    endif()
    list(FILTER ARGN INCLUDE REGEX "\\.cpp$")
    list(FILTER ARGN EXCLUDE REGEX "^${CMAKE_BINARY_DIR}/")
    list(JOIN ARGN "\t" sources)
    set_property(GLOBAL APPEND_STRING PROPERTY CREMA_UNITY_SOURCES
        "${target}\t${CMAKE_CURRENT_SOURCE_DIR}\t${sources}\n")
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP
        UNITY_BUILD_UNIQUE_ID CREMA_UNITY_ID
        UNITY_BUILD_CODE_BEFORE_INCLUDE "${CREMA_UNITY_BEFORE}")
    # Here a source is an included file: g++ 12 then takes the types of its lambdas for a header's.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()

# Once, when every target is known: one reading of the sources for all of them.
function(crema_unity_groups)
    if(NOT CREMA_UNITY)
        return()
    endif()
    get_property(sources GLOBAL PROPERTY CREMA_UNITY_SOURCES)
    set(listing "${CMAKE_BINARY_DIR}/unity_sources.txt")
    set(groups "${CMAKE_BINARY_DIR}/unity_groups.cmake")
    file(WRITE "${listing}" "${sources}")
    execute_process(COMMAND "${Python3_EXECUTABLE}" -B "${CMAKE_SOURCE_DIR}/cmake/unity_groups.py" "${listing}"
        OUTPUT_FILE "${groups}" COMMAND_ERROR_IS_FATAL ANY)
    include("${groups}")
endfunction()
