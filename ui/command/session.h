// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/command_environment.h"
#include "ui/command/handed_verb.h"
#include "ui/command/invocation.h"

#include <QTemporaryFile>

#include <memory>

namespace crema::command {

/// What a verb's handler works with: what was typed, the world outside, and the services over the local store.
/// Outlives the handler's coroutine.
class Session
{
public:
    /// `heard` are the answers that a person gave where the verb was typed, when that was another program.
    Session(const Grammar &grammar, Invocation invocation, CommandEnvironment &environment, HeardAnswers heard = {});

    [[nodiscard]] const Grammar &grammar() const { return m_grammar; }
    [[nodiscard]] const Invocation &invocation() const { return m_invocation; }
    [[nodiscard]] CommandEnvironment &environment() const { return m_environment; }

    /// Opens the local store on first use. Errors: those of the store.
    [[nodiscard]] QCoro::Task<Result<presenters::Services *>> services(StoreAccess access) const;

    /// One line to standard error, unless -q.
    void say(const QString &line) const;

    /// Replaces the line at the terminal with this text, until endProgress() clears it.
    void showProgress(const QString &text);
    void endProgress();

    /// Whether a question can be put to a person.
    [[nodiscard]] bool mayAsk() const;

    /// Whether the verb may do what cannot be undone: --yes, or a yes at the terminal.
    /// Errors: `input.needs_yes` (exit 2) without a terminal; `input.declined` when the person says no.
    [[nodiscard]] Result<void> confirm(const QString &question);

    /// A secret from --<flag> FILE ("-": standard input), else the environment variable, else asked at the terminal.
    /// The line end after it is dropped. Errors: `input.secret_missing`, those of readFile().
    /// Asked once: a verb that begins again, here or at another program, hears the same.
    [[nodiscard]] Result<QString> secret(QStringView flag, const QString &variable, const QString &prompt);

    /// The bytes of a file, at most `limit`; "-" is standard input. Errors: `file.unreadable`, `file.too_large`.
    [[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit) const;

    /// Standard input as a file that can be read from its beginning, as often as the verb begins. Errors:
    /// `file.unreadable`, `file.unwritable`.
    [[nodiscard]] Result<QString> inputFile();

    /// What the program that holds the store needs to run this verb in place of this one.
    [[nodiscard]] HandedVerb handed(const QStringList &arguments) const;

private:
    [[nodiscard]] Result<QString> askedSecret(QStringView flag, const QString &variable, const QString &prompt) const;

    const Grammar &m_grammar;
    Invocation m_invocation;
    CommandEnvironment &m_environment;
    HeardAnswers m_heard;
    std::unique_ptr<QTemporaryFile> m_input;
    bool m_progressShown = false;
};

} // namespace crema::command
