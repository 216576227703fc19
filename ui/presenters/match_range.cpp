// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/match_range.h"

namespace crema {

QString foldedLetters(const QString &text)
{
    QString result(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QString parts = QString(text.at(i)).normalized(QString::NormalizationForm_D);
        result[i] = parts.isEmpty() ? text.at(i) : parts.at(0).toCaseFolded();
    }
    return result;
}

} // namespace crema
