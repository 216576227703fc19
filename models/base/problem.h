// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace crema {

/// What sort of failure a Problem is. The edges translate it: exit code on the command line
/// (ux.md section 4), HTTP status on the platform, place and tone on a screen.
enum class ProblemKind {
    Failed,      ///< could not be done; trying again may help
    Invalid,     ///< the input cannot be accepted as it is
    NotFound,    ///< nothing has that name, code or id
    NotSignedIn, ///< nobody is signed in, or the device is not enrolled
    NotAllowed,  ///< the person lacks the permission
    Conflict,    ///< someone else changed it, or the state does not allow it
    Unavailable, ///< the other side or a resource is away; the same request may work later
    Device,      ///< disk, printer, scanner
};

/// One field that a Problem is about; `field` is the snake_case name used on the wire.
struct FieldProblem {
    QString field;
    QString message;

    bool operator==(const FieldProblem &) const = default;
};

/// An expected failure: a stable code for programs, a sentence for people and what to do about it.
struct Problem {
    ProblemKind kind = ProblemKind::Failed;
    QString code;               ///< stable, dotted, lower snake case: "barcode.check_digit"
    QString message;            ///< one translated sentence: what happened and to what
    QString hint;               ///< one translated sentence: what to do; may be empty
    QList<FieldProblem> fields; ///< the offending fields; may be empty

    bool operator==(const Problem &) const = default;
};

} // namespace crema
