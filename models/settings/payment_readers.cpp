// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/payment_readers.h"

#include <QStringList>

namespace crema {

QString readerBeside(const SettingValues &settings, const QString &registerCode)
{
    QString forAll;
    const QStringList lines = settings.text(shop_setting::paymentsReader).split(u'\n');
    for (const QString &line : lines) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.size() == 2 && words[0].compare(registerCode, Qt::CaseInsensitive) == 0)
            return words[1];
        if (words.size() == 1)
            forAll = words[0];
    }
    return forAll;
}

} // namespace crema
