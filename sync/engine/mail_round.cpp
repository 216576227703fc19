// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/engine/mail_round.h"

#include "sync/client/receipt_mail.h"

#include <algorithm>

namespace crema::sync {
namespace {

/// Its sale may be on its way still, or was mailed often enough for now: those behind it do not wait for that.
bool isForLater(const Exchange &exchange)
{
    return exchange.problem && (exchange.problem->code == QStringLiteral("sale.unknown") ||
                                exchange.problem->code == QStringLiteral("auth.too_many_attempts"));
}

/// Notes of one what became of it: gone where there is no refusal.
Result<void> noteAnswer(LocalStore &local, const QUuid &id, const QString &refusal)
{
    return local.write([&]() -> Result<void> {
        QList<ReceiptMail> mails = readReceiptMails(local.device().setting(receiptMailSetting));
        if (refusal.isEmpty())
            mails.removeIf([&](const ReceiptMail &mail) { return mail.id == id; });
        for (ReceiptMail &mail : mails) {
            if (mail.id == id)
                mail.refusal = refusal;
        }
        local.device().setSetting(receiptMailSetting, writeReceiptMails(mails));
        return {};
    });
}

/// Those that the platform may still be asked for; what is older is forgotten, with what was refused.
Result<QList<ReceiptMail>> keptMails(LocalStore &local)
{
    QList<ReceiptMail> mails = readReceiptMails(local.device().setting(receiptMailSetting));
    const UtcTime oldest = local.clock().now().plusMs(-keptReceiptMailMs);
    if (mails.removeIf([&](const ReceiptMail &mail) { return mail.at < oldest; }) == 0)
        return mails;
    return local.write([&]() -> Result<QList<ReceiptMail>> {
        local.device().setSetting(receiptMailSetting, writeReceiptMails(mails));
        return mails;
    });
}

} // namespace

QCoro::Task<bool> sendReceiptMails(StoreBehind store, std::shared_ptr<PlatformClient> platform)
{
    auto reading = store.run([](LocalStore &local) { return keptMails(local); });
    const auto kept = co_await reading;
    if (!kept)
        co_return true;
    bool isAnyLeft = false;
    for (const ReceiptMail &mail : *kept) {
        isAnyLeft = isAnyLeft || !mail.refusal.isEmpty();
        if (!mail.refusal.isEmpty())
            continue;
        const QString path = QStringLiteral("/api/v1/sales/%1/receipt-mail").arg(mail.sale.toString());
        const QJsonObject body{{QStringLiteral("address"), mail.address},
                               {QStringLiteral("id"), mail.id.toString(QUuid::WithoutBraces)},
                               {QStringLiteral("language"), mail.language}};
        const Exchange exchange = co_await platform->askAsDevice(path, body);
        if (isForLater(exchange)) {
            isAnyLeft = true;
            continue;
        }
        if (exchange.verdict != Verdict::Accepted && exchange.verdict != Verdict::Refused)
            co_return true; // nobody there, or not now: all that is left waits
        const QString refusal = exchange.problem ? exchange.problem->message : QString();
        auto noting = store.run([id = mail.id, refusal](LocalStore &local) { return noteAnswer(local, id, refusal); });
        const auto noted = co_await noting;
        if (!noted)
            co_return true;
        isAnyLeft = isAnyLeft || !refusal.isEmpty();
    }
    co_return isAnyLeft;
}

} // namespace crema::sync
