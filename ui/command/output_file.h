// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/command/command_environment.h"

#include <QTemporaryDir>

#include <memory>

namespace crema::command {

/// Where a verb writes a whole file: under the name that was typed, or for "-" to standard output.
class OutputFile
{
public:
    OutputFile(const CommandEnvironment &environment, const QString &typed);

    [[nodiscard]] bool isStandardOutput() const { return m_folder != nullptr; }
    /// Absolute. For standard output it is one in a folder of its own, which goes with this.
    [[nodiscard]] const QString &path() const { return m_path; }
    /// What was written there. Errors: `file.unreadable`.
    [[nodiscard]] Result<QByteArray> bytes() const;

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

} // namespace crema::command
