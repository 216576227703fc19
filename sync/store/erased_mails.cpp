// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/store/erased_mails.h"

#include "sync/client/receipt_mail.h"

namespace crema::sync {

bool eraseMails(DeviceRows &device, SellingRows &selling, CustomerId customer)
{
    QList<ReceiptMail> mails = readReceiptMails(device.setting(receiptMailSetting));
    const qsizetype gone = mails.removeIf([&](const ReceiptMail &mail) {
        const std::optional<Sale> sale = selling.sale(mail.sale);
        return sale && sale->customer == customer;
    });
    if (gone > 0)
        device.setSetting(receiptMailSetting, writeReceiptMails(mails));
    return gone > 0;
}

} // namespace crema::sync
