// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/mail/mailer.h"

#include "models/people/mail_address.h"
#include "platform/mail/mail_folder.h"
#include "platform/mail/smtp_mailer.h"

#include <QCoreApplication>
#include <QUrl>

namespace crema::platform {
namespace {

const QString usualSender = QStringLiteral("crema@localhost");

QString tr(const char *text)
{
    return QCoreApplication::translate("crema::platform::Mail", text);
}

tl::unexpected<Problem> wrongSettings(const QString &message, const QString &hint)
{
    return failure(ProblemKind::Invalid, QStringLiteral("mail.settings"), message, hint);
}

/// A platform with neither a folder nor a server.
class NoMailer final : public Mailer
{
public:
    Result<void> send(const MailMessage &) override
    {
        return failure(ProblemKind::Unavailable, QStringLiteral("mail.not_sent"),
                       tr("This platform has no way to send mail."), tr("Set SMTP_URL, or start it with --data DIR."));
    }
};

} // namespace

Result<std::unique_ptr<Mailer>> makeMailer(const MailSettings &settings, const Clock &clock, Randomness &randomness)
{
    const QString from = settings.from.isEmpty() ? usualSender : settings.from;
    if (!isMailAddress(from))
        return wrongSettings(tr("MAIL_FROM is not an address: %1").arg(from), tr("Use one like shop@example.org."));
    if (!settings.smtpUrl.isEmpty()) {
        const QUrl url(settings.smtpUrl);
        const bool isSmtp = url.scheme() == QLatin1String("smtp") || url.scheme() == QLatin1String("smtps");
        // The address holds a password: it is not said again.
        if (!url.isValid() || !isSmtp || url.host().isEmpty())
            return wrongSettings(tr("SMTP_URL is not the address of a mail server."),
                                 tr("Use smtp://USER:PASSWORD@HOST:587 or smtps://USER:PASSWORD@HOST."));
        return std::make_unique<SmtpMailer>(settings.smtpUrl, from, clock, randomness);
    }
    if (settings.folder.isEmpty())
        return std::make_unique<NoMailer>();
    return std::make_unique<MailFolder>(settings.folder, from, clock, randomness);
}

} // namespace crema::platform
