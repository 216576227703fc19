// SPDX-License-Identifier: GPL-3.0-or-later
// Receipts by mail (ADR 065): kept by this device until the platform has taken them.
#include "models/base/uuid7.h"
#include "models/people/mail_address.h"
#include "sync/client/client_private.h"
#include "sync/store/sale_reader.h"

namespace crema::sync {
namespace {

/// Nobody gives so many addresses to a till that is away for a week.
constexpr qsizetype mostMails = 1'000;

Problem notEnrolled()
{
    return {ProblemKind::NotSignedIn,
            QStringLiteral("device.not_enrolled"),
            Client::tr("This device is not enrolled, so there is no platform that sends mail for it."),
            Client::tr("Run crema device enroll --platform URL --code CODE."),
            {}};
}

Problem tooMany()
{
    return {ProblemKind::Conflict,
            QStringLiteral("mail.too_many"),
            Client::tr("Too many receipts wait to be mailed already."),
            Client::tr("Connect this device to the platform, or print the receipt."),
            {}};
}

Result<ReceiptMail> keepMail(LocalStore &local, const QString &number, const QString &address, const QString &language)
{
    if (!local.place().device.enrolled())
        return failure(notEnrolled());
    if (const QString fault = mailAddressFault(address); !fault.isEmpty())
        return failure(ProblemKind::Invalid, QStringLiteral("mail.address"), fault,
                       Client::tr("Ask for the address again, and type it as it is."),
                       {{QStringLiteral("address"), fault}});
    const Result<SaleView> sale = findSale(local, number);
    if (!sale)
        return failure(sale.error());
    return local.write([&]() -> Result<ReceiptMail> {
        QList<ReceiptMail> mails = readReceiptMails(local.device().setting(receiptMailSetting));
        if (mails.size() >= mostMails)
            return failure(tooMany());
        const UtcTime now = local.clock().now();
        const ReceiptMail mail{makeId<OperationId>(now, local.randomness()).value(),
                               sale->sale.id,
                               sale->sale.number,
                               address,
                               language,
                               now,
                               {}};
        mails.append(mail);
        local.device().setSetting(receiptMailSetting, writeReceiptMails(mails));
        return mail;
    });
}

} // namespace

QCoro::Task<Result<ReceiptMail>> Client::mailReceipt(QString number, QString address, QString language)
{
    const auto self = d;
    auto keeping = Private::read(self, Reading::ShiftSales, [number, address, language](LocalStore &local) {
        return keepMail(local, number, address.trimmed(), language);
    });
    const Result<ReceiptMail> kept = co_await keeping;
    self->mayOweMail = true;
    if (kept && self->loop)
        self->loop->wake();
    co_return kept;
}

QCoro::Task<Result<QList<ReceiptMail>>> Client::receiptMails()
{
    return Private::read(d, Reading::ShiftSales, [](LocalStore &local) -> Result<QList<ReceiptMail>> {
        return readReceiptMails(local.device().setting(receiptMailSetting));
    });
}

QCoro::Task<Result<void>> Client::forgetReceiptMail(QUuid id)
{
    return Private::read(d, [id](LocalStore &local) {
        return local.write([&]() -> Result<void> {
            QList<ReceiptMail> mails = readReceiptMails(local.device().setting(receiptMailSetting));
            mails.removeIf([&](const ReceiptMail &mail) { return mail.id == id; });
            local.device().setSetting(receiptMailSetting, writeReceiptMails(mails));
            return {};
        });
    });
}

} // namespace crema::sync
