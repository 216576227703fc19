// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test reads besides the core headers.
#pragma once

#include "precompiled_core.h"

#include <gtest/gtest.h>
