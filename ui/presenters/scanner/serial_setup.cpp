// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/scanner/serial_setup.h"

#include <QCoreApplication>

#include <algorithm>

namespace crema {

namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SerialSetup)
};

const QString pathKey = u"scanner.serial_path"_s;
const QString baudKey = u"scanner.serial_baud"_s;
const QString frameKey = u"scanner.serial_frame"_s;
const QString endingKey = u"scanner.serial_ending"_s;
const QString prefixKey = u"scanner.serial_prefix"_s;
const QString suffixKey = u"scanner.serial_suffix"_s;
const QString gapKey = u"scanner.serial_gap_ms"_s;

tl::unexpected<Problem> refused(const QString &word, const QString &hint)
{
    return failure(ProblemKind::Invalid, u"serial.value"_s,
                   Texts::tr("“%1” is nothing that a serial scanner is set to.").arg(word), hint);
}

/// "prefix=~" with the name "prefix" is "~".
std::optional<QString> valueIn(const QString &word, const QString &name)
{
    const QString begin = name + u'=';
    return word.startsWith(begin) ? std::optional<QString>(word.mid(begin.size())) : std::nullopt;
}

} // namespace

QString serialEndingText(SerialEnding ending)
{
    switch (ending) {
    case SerialEnding::CarriageReturn: return u"cr"_s;
    case SerialEnding::LineFeed: return u"lf"_s;
    case SerialEnding::Both: return u"crlf"_s;
    case SerialEnding::Nothing: return u"none"_s;
    }
    Q_UNREACHABLE();
}

std::optional<SerialEnding> serialEndingOf(QStringView text)
{
    for (const SerialEnding ending :
         {SerialEnding::CarriageReturn, SerialEnding::LineFeed, SerialEnding::Both, SerialEnding::Nothing}) {
        if (text == serialEndingText(ending))
            return ending;
    }
    return std::nullopt;
}

QList<int> serialBauds()
{
    return {1200, 2400, 4800, 9600, 19'200, 38'400, 57'600, 115'200};
}

QStringList serialFrames()
{
    return {u"8N1"_s, u"8E1"_s, u"8O1"_s, u"8N2"_s, u"7E1"_s, u"7O1"_s, u"7N2"_s};
}

SerialSetup SerialSetup::of(const Preferences &preferences)
{
    SerialSetup setup;
    const QString path = preferences.value(pathKey);
    setup.path = path.startsWith(u'/') ? path : QString();
    if (const int baud = preferences.value(baudKey).toInt(); serialBauds().contains(baud))
        setup.baud = baud;
    if (const QString frame = preferences.value(frameKey); serialFrames().contains(frame))
        setup.frame = frame;
    setup.ending = serialEndingOf(preferences.value(endingKey)).value_or(setup.ending);
    setup.prefix = preferences.value(prefixKey).left(longestAround);
    setup.suffix = preferences.value(suffixKey).left(longestAround);
    bool isNumber = false;
    const qint64 gapMs = preferences.value(gapKey).toLongLong(&isNumber);
    if (isNumber)
        setup.gapMs = std::clamp<std::int64_t>(gapMs, shortestGapMs, longestGapMs);
    return setup;
}

void SerialSetup::keepIn(Preferences &preferences) const
{
    const SerialSetup usual;
    preferences.setValue(baudKey, baud == usual.baud ? QString() : QString::number(baud));
    preferences.setValue(frameKey, frame == usual.frame ? QString() : frame);
    preferences.setValue(endingKey, ending == usual.ending ? QString() : serialEndingText(ending));
    preferences.setValue(prefixKey, prefix);
    preferences.setValue(suffixKey, suffix);
    preferences.setValue(gapKey, gapMs == usual.gapMs ? QString() : QString::number(gapMs));
    // The last: a program that follows opens the port with everything else as it is to be.
    preferences.setValue(pathKey, path);
}

Result<void> SerialSetup::checked() const
{
    if (isSet() && !path.startsWith(u'/')) {
        return failure(ProblemKind::Invalid, u"serial.path"_s, Texts::tr("“%1” is no serial port.").arg(path),
                       Texts::tr("Give its whole path, such as /dev/ttyACM0 or one below /dev/serial/by-id."));
    }
    if (!serialBauds().contains(baud))
        return refused(QString::number(baud), Texts::tr("Most scanners have 9600 or 115200 baud."));
    if (!serialFrames().contains(frame))
        return refused(frame, Texts::tr("One of %1.").arg(serialFrames().join(u", "_s)));
    if (gapMs < shortestGapMs || gapMs > longestGapMs)
        return refused(QString::number(gapMs),
                       Texts::tr("The pause is %1 to %2 ms.").arg(shortestGapMs).arg(longestGapMs));
    for (const QString &around : {prefix, suffix}) {
        if (around.size() > longestAround)
            return refused(around, Texts::tr("At most %1 characters stand around a code.").arg(longestAround));
    }
    return {};
}

Result<SerialSetup> SerialSetup::changedBy(const QString &words) const
{
    SerialSetup setup = *this;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        const std::optional<QString> gap = valueIn(word, u"gap"_s);
        if (const auto before = valueIn(word, u"prefix"_s))
            setup.prefix = *before;
        else if (const auto behind = valueIn(word, u"suffix"_s))
            setup.suffix = *behind;
        else if (gap)
            setup.gapMs = gap->toLongLong();
        else if (isNumber)
            setup.baud = number;
        else if (const auto known = serialEndingOf(word.toLower()))
            setup.ending = *known;
        else if (serialFrames().contains(word.toUpper()))
            setup.frame = word.toUpper();
        else
            setup.path = word;
    }
    if (const Result<void> fits = setup.checked(); !fits)
        return failure(fits.error());
    return setup;
}

} // namespace crema
