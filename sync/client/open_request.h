// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/money/currency.h"

#include <QString>

namespace crema::sync {

enum class OpenMode {
    ReadWrite, ///< the one program that writes; a second one gets `store.in_use` with the holder's name
    ReadOnly,  ///< beside a writing program; never checkpoints
};

struct OpenRequest {
    QString storePath; ///< the SQLite file; its folder is made
    OpenMode mode = OpenMode::ReadWrite;
    QString program;   ///< who opens it, for people: "crema-desktop"
    Currency currency; ///< used before enrolment, when the store is new
};

} // namespace crema::sync
