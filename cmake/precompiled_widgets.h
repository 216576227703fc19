// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop's pages and widgets read besides the core headers.
#pragma once

#include "precompiled_core.h"

#include <QtWidgets>
