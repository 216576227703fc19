// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/mail/mailer.h"

namespace crema::platform {

/// Puts messages into a folder, one .eml file each, which any mail program opens: for a company that has no server, and
/// for whoever tries the platform. Only whoever runs the platform reads them.
class MailFolder final : public Mailer
{
public:
    MailFolder(const QString &folder, const QString &from, const Clock &clock, Randomness &randomness)
        : m_folder(folder), m_from(from), m_clock(clock), m_randomness(randomness)
    {}

    Result<void> send(const MailMessage &message) override;

private:
    QString m_folder;
    QString m_from;
    const Clock &m_clock;
    Randomness &m_randomness;
};

/// Removes the messages of a folder that were put there before this moment, some thousand at most. How many there were.
int removeMailBefore(const QString &folder, UtcTime oldest);

} // namespace crema::platform
