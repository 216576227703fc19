// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/scan_sample.h"

#include "models/catalog/barcode.h"
#include "models/catalog/element_string.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ScanSample)
};

constexpr qsizetype aimLength = 3;
constexpr std::int64_t gramsPerKilogram = 1'000;

bool isArticleNumber(const QString &text)
{
    const Result<Barcode> barcode = Barcode::parse(text);
    return barcode && barcode->kind() == Barcode::Kind::Gtin;
}

/// The place and length of the article number in a text; nothing for none. Digits that stand alone are preferred:
/// chance makes one in ten windows of them a good number.
std::optional<std::pair<qsizetype, qsizetype>> articleIn(const QString &text)
{
    static const QRegularExpression digits(u"[0-9]{8,}"_s);
    std::optional<std::pair<qsizetype, qsizetype>> within;
    for (auto each = digits.globalMatch(text); each.hasNext();) {
        const QRegularExpressionMatch run = each.next();
        if (isArticleNumber(run.captured()))
            return std::pair(run.capturedStart(), run.capturedLength());
        for (const qsizetype length : {13, 14, 12, 8}) {
            for (qsizetype at = 0; at + length <= run.capturedLength() && !within; ++at) {
                if (isArticleNumber(run.captured().mid(at, length)))
                    within = std::pair(run.capturedStart() + at, length);
            }
        }
    }
    return within;
}

/// The length of what comes before a GS1 code or another one with an AIM identifier (ISO/IEC 15424), the identifier
/// included; nothing without one.
std::optional<qsizetype> endOfIdentifier(const QString &text)
{
    static const QRegularExpression aim(u"\\][A-Za-z][0-9A-Za-z]"_s);
    const qsizetype at = text.indexOf(aim);
    return at >= 0 && at <= 8 ? std::optional(at + aimLength) : std::nullopt;
}

QString withoutControlsAtEnds(QString text)
{
    const auto isControl = [](QChar letter) { return letter.category() == QChar::Other_Control; };
    while (!text.isEmpty() && isControl(text.front()))
        text.remove(0, 1);
    while (!text.isEmpty() && isControl(text.back()))
        text.chop(1);
    return text;
}

QString withOtherCase(const QString &text)
{
    QString other;
    for (const QChar letter : text)
        other += letter.isUpper() ? letter.toLower() : letter.toUpper();
    return other;
}

/// What the test code becomes when the scanner types as an American keyboard and the computer reads another one.
QString layoutOf(const QString &text)
{
    if (text.contains(u"CremaßZY-1"_s))
        return Texts::tr("German");
    if (text.contains(u"Cre,q)YW!&"_s))
        return Texts::tr("French");
    return {};
}

QString layoutWarning(const QString &text)
{
    static const QString frenchDigits = u"&é\"'(-è_çà"_s;
    const auto odd =
        std::count_if(text.begin(), text.end(), [](QChar letter) { return frenchDigits.contains(letter); });
    static const QRegularExpression germanIdentifier(u"^\\+[A-Za-z][0-9]"_s);
    QString layout = layoutOf(text);
    if (layout.isEmpty() && text.size() >= 8 && odd * 4 >= text.size() * 3)
        layout = Texts::tr("French");
    if (layout.isEmpty() && germanIdentifier.match(text).hasMatch())
        layout = Texts::tr("German");
    if (!layout.isEmpty()) {
        return Texts::tr(
                   "The scanner types as another keyboard than this computer has (%1). Set its country to that of "
                   "the computer.")
            .arg(layout);
    }
    const bool isTorn = text.size() == scannerTestCode.size() && text.startsWith(u'C') &&
                        text.contains(u"re"_s, Qt::CaseInsensitive) && text != scannerTestCode;
    return isTorn ? Texts::tr("Letters or signs of the test code came as others. Set the scanner's country to that of "
                              "the computer.")
                  : QString();
}

void addElements(SampleReading &reading, const ElementString &elements)
{
    const auto add = [&reading](const QString &name, const QString &value) {
        if (!value.isEmpty())
            reading.facts.append({name, value});
    };
    add(Texts::tr("Item"), elements.gtin);
    add(Texts::tr("Lot"), elements.lot);
    add(Texts::tr("Best before"), elements.bestBefore ? elements.bestBefore->toString(Qt::ISODate) : QString());
    add(Texts::tr("Serial number"), elements.serial);
    add(Texts::tr("Count"), elements.count ? QString::number(*elements.count) : QString());
    if (elements.weightGrams) {
        add(Texts::tr("Weight"),
            Texts::tr("%1 kg").arg(static_cast<double>(*elements.weightGrams) / gramsPerKilogram, 0, 'f', 3));
    }
    add(Texts::tr("Price"), elements.priceDigits ? QString::number(*elements.priceDigits) : QString());
}

void measure(SampleReading &reading, const QList<ScanStroke> &strokes)
{
    if (strokes.size() < 2)
        return;
    const std::int64_t whole = strokes.last().atMs - strokes.first().atMs;
    reading.meanGapMs = whole / (strokes.size() - 1);
    for (qsizetype i = 1; i < strokes.size(); ++i)
        reading.longestGapMs = std::max(reading.longestGapMs, strokes.at(i).atMs - strokes.at(i - 1).atMs);
}

void split(SampleReading &reading, const QString &text)
{
    const auto take = [&reading, &text](qsizetype begin, qsizetype length) {
        reading.prefix = withoutControlsAtEnds(text.left(begin));
        reading.code = text.mid(begin, length);
        reading.suffix = withoutControlsAtEnds(text.mid(begin + length));
        reading.isSure = true;
    };
    if (const qsizetype at = text.indexOf(scannerTestCode); at >= 0)
        return take(at, scannerTestCode.size());
    if (const std::optional<qsizetype> end = endOfIdentifier(text)) {
        take(*end, text.size() - *end);
        reading.prefix = withoutControlsAtEnds(text.left(*end - aimLength));
        reading.code = withoutControlsAtEnds(reading.code);
        return;
    }
    if (readElementString(withoutControlsAtEnds(text))) {
        reading.code = withoutControlsAtEnds(text);
        reading.isSure = true;
        return;
    }
    if (const auto article = articleIn(text)) {
        take(article->first, article->second);
        // Among other digits it may be one by chance: what seems to stand before it would be cut off each code.
        const bool isBehindDigit = !reading.prefix.isEmpty() && reading.prefix.back().isDigit();
        const bool isBeforeDigit = !reading.suffix.isEmpty() && reading.suffix.front().isDigit();
        reading.isSure = !isBehindDigit && !isBeforeDigit;
        return;
    }
    reading.code = withoutControlsAtEnds(text);
}

QString endText(ScanEnd end)
{
    switch (end) {
    case ScanEnd::Enter: return Texts::tr("Enter");
    case ScanEnd::Tab: return Texts::tr("Tab");
    case ScanEnd::Nothing: return Texts::tr("nothing");
    }
    Q_UNREACHABLE();
}

void addFacts(SampleReading &reading, const QString &text)
{
    reading.facts.append({Texts::tr("Came in"), visibleText(text)});
    if (!reading.prefix.isEmpty())
        reading.facts.append({Texts::tr("Before the code"), visibleText(reading.prefix)});
    reading.facts.append({Texts::tr("Code"), visibleText(reading.code)});
    if (const std::optional<ElementString> elements = readElementString(reading.code))
        addElements(reading, *elements);
    else if (isArticleNumber(reading.code))
        reading.facts.append({Texts::tr("Article number"), Barcode::parse(reading.code)->display()});
    if (!reading.suffix.isEmpty())
        reading.facts.append({Texts::tr("Behind the code"), visibleText(reading.suffix)});
    reading.facts.append({Texts::tr("Ends with"), endText(reading.end)});
    reading.facts.append({Texts::tr("Between characters"),
                          Texts::tr("%1 ms, at most %2 ms").arg(reading.meanGapMs).arg(reading.longestGapMs)});
}

void addWarnings(SampleReading &reading, const QString &text)
{
    if (text.contains(withOtherCase(scannerTestCode)))
        reading.warnings.append(Texts::tr("Caps Lock is on: letters come in the other case. Press Caps Lock."));
    else if (const QString layout = layoutWarning(text); !layout.isEmpty())
        reading.warnings.append(layout);
    if (reading.end == ScanEnd::Nothing && reading.suffix.isEmpty())
        reading.warnings.append(Texts::tr("Nothing ends the code. Let the scanner send Enter after each code."));
    if (!reading.suffix.isEmpty() && (reading.suffix.size() > 1 || reading.suffix.front().isLetterOrNumber()))
        reading.warnings.append(
            Texts::tr("“%1” behind the code may be a part of other codes. Let the scanner send Enter "
                      "instead.")
                .arg(visibleText(reading.suffix)));
    if (reading.meanGapMs > slowestMeanGapMs)
        reading.warnings.append(Texts::tr("It types as slowly as a person. Shorten the pause between its characters."));
}

} // namespace

QString ScanSample::text() const
{
    QString text;
    for (const ScanStroke &stroke : strokes)
        text += stroke.letter;
    return text;
}

SampleReading readSample(const ScanSample &sample)
{
    const QString text = sample.text();
    SampleReading reading;
    reading.end = sample.end;
    measure(reading, sample.strokes);
    split(reading, text);
    addFacts(reading, text);
    addWarnings(reading, text);
    return reading;
}

QString visibleText(const QString &text)
{
    static const QHash<char16_t, QString> names{{0x1c, u"FS"_s},  {0x1d, u"GS"_s},  {0x1e, u"RS"_s},  {0x1f, u"US"_s},
                                                {0x02, u"STX"_s}, {0x03, u"ETX"_s}, {0x04, u"EOT"_s}, {0x09, u"Tab"_s},
                                                {0x0a, u"LF"_s},  {0x0d, u"CR"_s}};
    QString shown;
    for (const QChar letter : text) {
        if (letter.category() == QChar::Other_Control)
            shown += u"<%1>"_s.arg(names.value(letter.unicode(), QString::number(letter.unicode(), 16)));
        else
            shown += letter;
    }
    return shown;
}

} // namespace crema
