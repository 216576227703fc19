# SPDX-License-Identifier: GPL-3.0-or-later
# SQL stands in files and is compiled into the program as a Qt resource: crema_sql(target folder) makes
# ":/sql/<target>/<path below folder>" readable.

function(crema_sql target folder)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}/${folder}"
        "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.sql")
    set(qrc "${CMAKE_CURRENT_BINARY_DIR}/${target}_sql.qrc")
    set(text "<RCC><qresource prefix=\"/sql/${target}\">\n")
    foreach(file IN LISTS files)
        string(APPEND text "<file alias=\"${file}\">${CMAKE_CURRENT_SOURCE_DIR}/${folder}/${file}</file>\n")
    endforeach()
    string(APPEND text "</qresource></RCC>\n")
    file(CONFIGURE OUTPUT "${qrc}" CONTENT "${text}" @ONLY)
    target_sources(${target} PRIVATE "${qrc}")
endfunction()
