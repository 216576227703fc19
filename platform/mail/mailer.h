// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/mail/mail_message.h"

#include <memory>

namespace crema::platform {

/// The way that mail leaves the platform. Any thread may send; it may take as long as a server lets one wait.
class Mailer
{
public:
    virtual ~Mailer() = default;

    /// Errors: `mail.not_sent`, with the reason in the message.
    [[nodiscard]] virtual Result<void> send(const MailMessage &message) = 0;
    /// What is being sent fails within a second, and so does what comes after. Any thread may call it.
    virtual void stop() {}
};

/// How mail leaves, as whoever runs the platform said.
struct MailSettings {
    QString folder;  ///< where messages are put as .eml files; empty: nowhere
    QString smtpUrl; ///< smtp://USER:PASSWORD@HOST:PORT or smtps://…; empty: the folder
    QString from;    ///< the sender's address; empty: crema@localhost
};

/// Through the server where one is named, else into the folder. Errors: `mail.settings`, for an address that nobody
/// can send with.
[[nodiscard]] Result<std::unique_ptr<Mailer>> makeMailer(const MailSettings &settings, const Clock &clock,
                                                         Randomness &randomness);

} // namespace crema::platform
