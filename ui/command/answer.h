// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/exit_code.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace crema::command {

enum class Align { Start, End };

/// One column of the human and the tab-separated form, read from the JSON form by its path.
struct Column {
    QString path;  ///< member names joined by dots: "total", "subject.type"
    QString title; ///< translated
    Align align = Align::Start;
};

/// What a verb found out or did, before it is drawn as JSON, tab-separated lines or a table.
/// The JSON form is the truth; the others show `columns` of it.
struct Answer {
    enum class Shape { Object, List, Text };

    Shape shape = Shape::Object;
    QString schema;     ///< "sale/1" or "product-list/1"; empty for Shape::Text
    QJsonObject object; ///< the members, `schema` excluded; for a list those beside `items`
    QJsonArray items;   ///< objects; Shape::List only
    QList<Column> columns;
    QByteArray text;       ///< Shape::Text: written as it is
    QString sentence;      ///< what happened, for people, instead of the columns of an object; may be empty
    bool isSilent = false; ///< there is nothing to tell people on stdout; scripts get their form all the same
    QStringList warnings;  ///< to stderr, one line each
    QString next;          ///< the command to run next, to stderr on a terminal; may be empty
    ExitCode exitCode = ExitCode::Done;
};

} // namespace crema::command
