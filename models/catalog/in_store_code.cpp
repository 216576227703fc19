// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/in_store_code.h"

#include "models/catalog/barcode.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace crema {

namespace {

constexpr qsizetype eanLength = 13;

/// GS1 weights a digit by a small table; 2− is the product with 2, its tens digit taken away from it, and so on.
constexpr std::array<int, 10> twoMinus{0, 2, 4, 6, 8, 9, 1, 3, 5, 7};
constexpr std::array<int, 10> three{0, 3, 6, 9, 2, 5, 8, 1, 4, 7};
constexpr std::array<int, 10> fiveMinus{0, 5, 9, 4, 8, 3, 7, 2, 6, 1};
constexpr std::array<int, 10> fivePlus{0, 5, 1, 6, 2, 7, 3, 8, 4, 9};

bool isDigits(QStringView text)
{
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar letter) { return letter >= u'0' && letter <= u'9'; });
}

tl::unexpected<Problem> refused(const QString &code, const QString &message)
{
    return failure(ProblemKind::Invalid, code, message,
                   QCoreApplication::translate("InStoreCode", "Weigh and label the article again."),
                   {{QStringLiteral("barcode"), message}});
}

Result<InStoreCode> readBy(const InStoreLayout &layout, QStringView code)
{
    const auto barcode = Barcode::parse(code);
    if (!barcode)
        return failure(barcode.error());
    QStringView rest = code.sliced(layout.prefix.size());
    const QStringView item = rest.first(layout.itemDigits);
    rest = rest.sliced(layout.itemDigits);
    const QStringView value = rest.sliced(layout.innerCheckDigit ? 1 : 0).first(layout.valueDigits);
    if (layout.innerCheckDigit && innerCheckDigit(value) != rest.front().digitValue()) {
        return refused(
            QStringLiteral("in_store.check_digit"),
            QCoreApplication::translate("InStoreCode", "The value in the label %1 was read wrongly.").arg(code));
    }
    const qint64 units = value.toLongLong();
    if (units == 0 || units % layout.divisor != 0) {
        return refused(
            QStringLiteral("in_store.value"),
            QCoreApplication::translate("InStoreCode", "The label %1 holds no weight, price or count.").arg(code));
    }
    return InStoreCode{item.toString(), layout.kind, units / layout.divisor};
}

} // namespace

Result<InStoreLayout> checkedLayout(const InStoreLayout &layout)
{
    const qsizetype digits =
        layout.prefix.size() + layout.itemDigits + (layout.innerCheckDigit ? 1 : 0) + layout.valueDigits + 1;
    const bool innerFits = !layout.innerCheckDigit || layout.valueDigits == 4 || layout.valueDigits == 5;
    if (isDigits(layout.prefix) && layout.prefix.startsWith(u'2') && layout.itemDigits >= 1 &&
        layout.valueDigits >= 1 && layout.divisor >= 1 && innerFits && digits == eanLength)
        return layout;
    const QString message = QCoreApplication::translate(
        "InStoreCode", "Prefix, item and value digits and the check digits have to make 13 digits beginning with 2.");
    return failure(ProblemKind::Invalid, QStringLiteral("in_store.layout"), message,
                   QCoreApplication::translate("InStoreCode", "Compare the layout with a label from the scale."),
                   {{QStringLiteral("layout"), message}});
}

std::optional<int> innerCheckDigit(QStringView valueDigits)
{
    const auto at = [&](qsizetype index) { return static_cast<size_t>(valueDigits[index].digitValue()); };
    if (valueDigits.size() == 4) {
        const int sum = twoMinus[at(0)] + twoMinus[at(1)] + three[at(2)] + fiveMinus[at(3)];
        return sum * 3 % 10;
    }
    if (valueDigits.size() == 5) {
        const int sum = fivePlus[at(0)] + twoMinus[at(1)] + fiveMinus[at(2)] + fivePlus[at(3)] + twoMinus[at(4)];
        const auto match = std::find(fiveMinus.begin(), fiveMinus.end(), (10 - sum % 10) % 10);
        return static_cast<int>(match - fiveMinus.begin());
    }
    return std::nullopt;
}

std::optional<Result<InStoreCode>> readInStoreCode(QStringView code, const QList<InStoreLayout> &layouts)
{
    if (code.size() != eanLength || !isDigits(code))
        return std::nullopt;
    const auto layout = std::find_if(layouts.begin(), layouts.end(), [&](const InStoreLayout &each) {
        return code.startsWith(each.prefix) && checkedLayout(each);
    });
    if (layout == layouts.end())
        return std::nullopt;
    return readBy(*layout, code);
}

} // namespace crema
