// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/tip_choices.h"

#include <QRegularExpression>

namespace crema {

QList<int> offeredTips(const SettingValues &settings)
{
    if (!settings.isOn(shop_setting::tips))
        return {};
    static const QRegularExpression number(QStringLiteral("\\d+"));
    QList<int> percentages;
    const QString text = settings.text(shop_setting::tipPercentages);
    for (auto match = number.globalMatch(text); match.hasNext() && percentages.size() < mostTipChoices;) {
        const int percent = match.next().captured().toInt();
        if (percent >= 1 && percent <= 100 && !percentages.contains(percent))
            percentages.append(percent);
    }
    return percentages.isEmpty() ? QList<int>{5, 10, 15} : percentages;
}

} // namespace crema
