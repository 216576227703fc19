// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/mail/mailer.h"

#include <atomic>

namespace crema::platform {

/// Hands messages to a mail server (RFC 5321) by libcurl. Where the server offers STARTTLS it is used; a server that is
/// not this machine has to, or the password and the message would be read on the way.
class SmtpMailer final : public Mailer
{
public:
    SmtpMailer(const QString &url, const QString &from, const Clock &clock, Randomness &randomness);

    Result<void> send(const MailMessage &message) override;
    void stop() override { m_isStopping = true; }

private:
    QByteArray m_url;
    QString m_from;
    bool m_isLocal = false;
    std::atomic<bool> m_isStopping = false;
    const Clock &m_clock;
    Randomness &m_randomness;
};

} // namespace crema::platform
