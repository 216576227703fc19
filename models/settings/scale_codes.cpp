// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/scale_codes.h"

#include "models/catalog/barcode.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

constexpr std::int64_t largestDivisor = 1'000;
constexpr std::int64_t exampleUnits = 15; ///< 1500 g, 15.00, 15 pieces: never 0 after division

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::ScaleCodes)
};

tl::unexpected<Problem> refused(const QString &code, const QString &message)
{
    return failure(ProblemKind::Invalid, code, message,
                   Texts::tr("Write one pattern in each line, as in 28IIIIIWWWWWC: prefix, item (I), weight (W), price "
                             "(P) or pieces (N), check digit (C)."),
                   {{shop_setting::scaleCodes.toString(), message}});
}

/// How many of this letter stand at the beginning; they are taken away.
int takeLetters(QString &rest, QChar letter)
{
    int count = 0;
    while (rest.startsWith(letter)) {
        rest.remove(0, 1);
        ++count;
    }
    return count;
}

QChar letterOf(InStoreValue kind)
{
    switch (kind) {
    case InStoreValue::Weight: return u'W';
    case InStoreValue::Price: return u'P';
    case InStoreValue::Count: return u'N';
    }
    Q_UNREACHABLE();
}

QString valueText(const InStoreCode &code)
{
    switch (code.kind) {
    case InStoreValue::Weight: return Texts::tr("%1 g").arg(code.value);
    case InStoreValue::Price: return Texts::tr("%1 hundredths").arg(code.value);
    case InStoreValue::Count: return Texts::tr("%n piece(s)", nullptr, static_cast<int>(code.value));
    }
    Q_UNREACHABLE();
}

} // namespace

Result<InStoreLayout> layoutOfPattern(const QString &pattern)
{
    QString rest = pattern.toUpper().remove(u' ');
    InStoreLayout layout{.itemDigits = 0, .valueDigits = 0};
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0) {
        layout.divisor = rest.mid(slash + 1).toLongLong();
        rest.truncate(slash);
        if (layout.divisor < 1 || layout.divisor > largestDivisor)
            return refused(u"in_store.pattern"_s,
                           Texts::tr("“%1” divides by something else than 1 to 1000.").arg(pattern));
    }
    while (!rest.isEmpty() && rest.front() >= u'0' && rest.front() <= u'9') {
        layout.prefix += rest.front();
        rest.remove(0, 1);
    }
    layout.itemDigits = takeLetters(rest, u'I');
    layout.innerCheckDigit = takeLetters(rest, u'V') == 1;
    for (const InStoreValue kind : {InStoreValue::Weight, InStoreValue::Price, InStoreValue::Count}) {
        if (rest.startsWith(letterOf(kind))) {
            layout.kind = kind;
            layout.valueDigits = takeLetters(rest, letterOf(kind));
            break;
        }
    }
    if (rest != "C"_L1)
        return refused(u"in_store.pattern"_s, Texts::tr("“%1” is no pattern of a scale code.").arg(pattern));
    const Result<InStoreLayout> checked = checkedLayout(layout);
    if (!checked)
        return refused(checked.error().code,
                       Texts::tr("“%1”: %2", "a pattern, what is wrong with it").arg(pattern, checked.error().message));
    return checked;
}

QString patternOf(const InStoreLayout &layout)
{
    QString pattern = layout.prefix + QString(layout.itemDigits, u'I');
    if (layout.innerCheckDigit)
        pattern += u'V';
    pattern += QString(layout.valueDigits, letterOf(layout.kind)) + u'C';
    return layout.divisor == 1 ? pattern : pattern + u'/' + QString::number(layout.divisor);
}

Result<QList<InStoreLayout>> layoutsOfText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return usualScaleCodes();
    QList<InStoreLayout> layouts;
    if (trimmed.compare(shop_setting::noScaleCodes, Qt::CaseInsensitive) == 0)
        return layouts;
    // In the terminal and on the command line all of it stands in one line.
    const QStringList lines =
        QString(trimmed).replace(u',', u'\n').replace(u';', u'\n').split(u'\n', Qt::SkipEmptyParts);
    if (lines.size() > mostScaleCodes)
        return refused(u"in_store.too_many"_s, Texts::tr("There can be %1 patterns at most.").arg(mostScaleCodes));
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const Result<InStoreLayout> layout = layoutOfPattern(line.trimmed());
        if (!layout)
            return failure(layout.error());
        const auto same = std::find_if(layouts.begin(), layouts.end(), [&layout](const InStoreLayout &other) {
            return other.prefix.startsWith(layout->prefix) || layout->prefix.startsWith(other.prefix);
        });
        if (same != layouts.end()) {
            return refused(u"in_store.prefix"_s,
                           Texts::tr("“%1” and “%2” begin alike, so nobody could tell which counts.")
                               .arg(patternOf(*same), line.trimmed()));
        }
        layouts.append(*layout);
    }
    return layouts;
}

QList<InStoreLayout> usualScaleCodes()
{
    return {{u"28"_s, 5, false, 5, InStoreValue::Weight, 1},
            {u"29"_s, 5, false, 5, InStoreValue::Count, 1},
            {u"22"_s, 5, true, 4, InStoreValue::Price, 1}};
}

QList<InStoreLayout> scaleCodesOf(const SettingValues &settings)
{
    return layoutsOfText(settings.text(shop_setting::scaleCodes)).value_or(usualScaleCodes());
}

QString exampleOf(const InStoreLayout &layout)
{
    QString item;
    for (int digit = 1; digit <= layout.itemDigits; ++digit)
        item += QString::number(digit % 10);
    const bool isRoomy = layout.valueDigits >= 4 && layout.kind != InStoreValue::Count;
    const std::int64_t most = layout.valueDigits >= 2 ? exampleUnits * (isRoomy ? 100 : 1) : 5;
    const std::int64_t units = std::max<std::int64_t>(most / layout.divisor, 1) * layout.divisor;
    const QString value = u"%1"_s.arg(units, layout.valueDigits, 10, QChar(u'0')).right(layout.valueDigits);
    QString code = layout.prefix + item;
    if (layout.innerCheckDigit)
        code += QString::number(innerCheckDigit(value).value_or(0));
    code += value;
    return code + QString::number(gtinCheckDigit(code));
}

QStringList scaleCodeExamples(const QString &text)
{
    QStringList examples;
    const Result<QList<InStoreLayout>> layouts = layoutsOfText(text);
    if (!layouts)
        return examples;
    for (const InStoreLayout &layout : *layouts) {
        const QString code = exampleOf(layout);
        const std::optional<Result<InStoreCode>> read = readInStoreCode(code, {layout});
        if (read && *read)
            examples.append(
                Texts::tr("%1: item %2, %3", "a code and what it says").arg(code, (*read)->item, valueText(**read)));
    }
    return examples;
}

} // namespace crema
