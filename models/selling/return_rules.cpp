// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selling/return_rules.h"
