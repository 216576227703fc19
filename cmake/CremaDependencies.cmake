# SPDX-License-Identifier: GPL-3.0-or-later
# Everything Crema links, all of it from Debian 12.

find_package(Qt6 6.4 REQUIRED COMPONENTS Core DBus Network Gui SerialPort Widgets Svg Test LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(QCoro6 REQUIRED COMPONENTS Core DBus Network)
find_package(OpenSSL 3 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(spdlog REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(prometheus-cpp REQUIRED COMPONENTS core)
find_package(SQLite3 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(ARGON2 REQUIRED IMPORTED_TARGET libargon2)
# It has no description for pkg-config.
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
pkg_check_modules(NCURSES REQUIRED IMPORTED_TARGET ncursesw panelw)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
