// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sales/receipt_mail.h"

#include "models/feed/entity_codec.h"
#include "models/operations/storage_failure.h"
#include "platform/company/config_service.h"
#include "platform/company/stored_reference.h"
#include "platform/http/request_language.h"
#include "reports/documents/receipt_document.h"

#include <QCoreApplication>
#include <QLocale>

namespace crema::platform {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::platform::ReceiptMail)
};

std::optional<Sale> loadSale(Transaction &transaction, SaleId id)
{
    const Rows rows = transaction.run("sales/load_sale", {id});
    if (rows.isEmpty())
        return std::nullopt;
    const Result<Sale> sale = codec::readSale(rows.json(0, 0));
    return sale ? std::optional(*sale) : std::nullopt;
}

QString nameOf(Transaction &transaction, const std::optional<PersonId> &person)
{
    if (!person)
        return {};
    const Rows rows = transaction.run("identity/load_person", {*person});
    return rows.isEmpty() ? QString() : rows.json(0, 0).value(QStringLiteral("name")).toString();
}

documents::ReceiptInput inputOf(Transaction &transaction, const Sale &sale)
{
    const Location location = loadLocation(transaction, sale.location);
    documents::ReceiptInput input;
    input.sale = sale;
    input.businessName = loadCompany(transaction).name;
    input.locationName = location.name;
    const SettingValues settings = loadSettings(transaction, location.id);
    const QString header = settings.text(shop_setting::receiptHeader);
    input.headerLines = header.isEmpty() ? location.receiptHeader : header; // what the place has set comes first
    input.footerLines = settings.text(shop_setting::receiptFooter);
    input.cashierName = nameOf(transaction, sale.cashier);
    input.timeZone = location.timeZone;
    return input;
}

} // namespace

bool oweReceiptMail(Transaction &transaction, const ReceiptMail &mail, UtcTime now)
{
    return !transaction
                .run("sales/owe_receipt_mail",
                     {mail.id, mail.sale, mail.address, mail.language, now, now.plusMs(ReceiptMail::lifetimeMs)})
                .isEmpty();
}

std::optional<ReceiptMail> lockReceiptMail(Transaction &transaction, UtcTime now)
{
    const Rows rows = transaction.run("sales/lock_receipt_mail", {now});
    if (rows.isEmpty())
        return std::nullopt;
    return ReceiptMail{rows.uuid(0, 0), SaleId(rows.uuid(0, 1)), rows.text(0, 2),
                       rows.text(0, 3), rows.number(0, 4),       UtcTime(rows.number(0, 5))};
}

std::optional<MailMessage> writeReceiptMail(Transaction &transaction, const ReceiptMail &mail)
{
    const std::optional<Sale> sale = loadSale(transaction, mail.sale);
    if (!sale)
        return std::nullopt;
    const http::RequestLanguage language(mail.language.toLatin1());
    const QLocale locale = mail.language.isEmpty() ? QLocale() : QLocale(mail.language);
    const documents::ReceiptInput input = inputOf(transaction, *sale);
    MailMessage message;
    message.to = mail.address;
    message.subject = sale->takesBack() ? Texts::tr("Your return at %1: %2").arg(input.businessName, sale->number)
                                        : Texts::tr("Your receipt from %1: %2").arg(input.businessName, sale->number);
    message.text = documents::receiptText(input, locale, documents::wideReceipt);
    message.hasColumns = true;
    return message;
}

} // namespace crema::platform
