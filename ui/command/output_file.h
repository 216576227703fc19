// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/answer.h"
#include "ui/command/command_environment.h"

#include <QTemporaryDir>

#include <memory>

namespace crema::command {

/// Where a verb writes a whole file: under the name that was typed, or for "-" to standard output.
class OutputFile
{
public:
    /// Errors: `file.unreadable` when there is no room for what goes to standard output.
    [[nodiscard]] static Result<OutputFile> make(const CommandEnvironment &environment, const QString &typed);

    [[nodiscard]] bool isStandardOutput() const { return m_folder != nullptr; }
    /// Absolute. For standard output it is one in a folder of its own, which goes with this.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// For standard output: what was written there. Errors: `file.unreadable`.
    [[nodiscard]] Result<Answer> answer() const;

private:
    OutputFile() = default;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

} // namespace crema::command
