// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/problem.h"

#include <QByteArrayView>
#include <QString>

#include <memory>

namespace spdlog {
class logger;
}

namespace crema {

enum class ProgramEvent { Note, Trouble };

/// What a program on a device did, for whoever looks after it: one line each with time in UTC, level and what. It names
/// programs, states, codes and versions; never people, addresses, amounts, one-time codes or anything they typed.
/// Files: FOLDER/PROGRAM.log and four older ones, 1 MB each. One object in a program, before its application object.
class ProgramLog
{
public:
    /// Takes Qt's own messages from now on, and writes down why the program crashes, where it can. A folder that
    /// cannot be written means no log; the program goes on.
    ProgramLog(const QString &folder, const QString &program);
    ~ProgramLog();
    ProgramLog(const ProgramLog &) = delete;
    ProgramLog &operator=(const ProgramLog &) = delete;

    /// `text` is English, without values from people: "store opened".
    void write(ProgramEvent event, const QString &text);
    /// Only the code and the kind.
    void write(const Problem &problem);
    /// A line of the platform that this program runs, into a file of its own; such lines hold no personal data.
    void writePlatform(QByteArrayView line);

    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    QString m_folder;
    std::shared_ptr<spdlog::logger> m_own;
    std::shared_ptr<spdlog::logger> m_platform;
};

/// A message of Qt or of a library without what may tell about people: quoted text, e-mail addresses, addresses of
/// pages, folders, and numbers of more than three digits.
[[nodiscard]] QString withoutPersonalData(const QString &message);

} // namespace crema
