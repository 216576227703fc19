// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen of one's own account draws: finished, translated texts and the few values that decide how they look.
#pragma once

#include <QList>
#include <QString>

namespace crema {

/// One place where a person is signed in at the platform.
struct SessionRow {
    QString id;           ///< what a row is known by
    QString deviceText;   ///< "Office laptop"
    QString registerText; ///< "MAIN-4"
    QString begunText;    ///< "yesterday, 14:02"
    QString begunExact;   ///< exact time, for tooltips
    QString usedText;     ///< "11 min ago"
    QString usedExact;    ///< exact time, for tooltips
    bool isThis = false;  ///< the one by which the list was asked for

    bool operator==(const SessionRow &) const = default;
};

/// What is asked before somebody is signed out elsewhere, which cannot be taken back.
struct EndQuestion {
    QString text;   ///< "Sign out on Office laptop?"
    QString hint;   ///< what follows of it
    QString button; ///< the verb again: "Sign out there"

    bool operator==(const EndQuestion &) const = default;
};

} // namespace crema
