// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace crema::command {

/// What a person was asked while a verb ran, and answered. Never logged.
struct HeardAnswers {
    QHash<QString, QString> secrets; ///< by the flag that stands for the question: "pin-file"
    bool yes = false;                ///< to what cannot be undone

    bool operator==(const HeardAnswers &) const = default;
};

/// A verb as it was typed, with everything of its place that its answer depends on: what the program that holds the
/// store needs to run it as if it had been run where it was typed (design.md section 6, ADR 020).
struct HandedVerb {
    QStringList arguments; ///< the words behind the program's name
    QString folder;        ///< where relative paths begin
    QString inputFile;     ///< what standard input said, as a file; empty when the verb did not read it
    HeardAnswers heard;
    QHash<QString, QString> variables; ///< of variableNames()
    QString locale;                    ///< as QLocale names it
    int columns = 80;
    bool outputIsTerminal = false;
    bool errorIsTerminal = false;

    /// The environment variables that change what a writing verb prints.
    [[nodiscard]] static const QStringList &variableNames();

    bool operator==(const HandedVerb &) const = default;
};

[[nodiscard]] QJsonObject toJson(const HandedVerb &verb);
/// Nothing when it is not one, whoever wrote it.
[[nodiscard]] std::optional<HandedVerb> handedVerbFromJson(const QJsonObject &json);

} // namespace crema::command
