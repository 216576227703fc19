// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/theme.h"

#include "ui/desktop/theme/crema_style.h"
#include "ui/desktop/theme/icon_engine.h"

#include <QApplication>
#include <QFile>
#include <QRegularExpression>

namespace crema::desktop {

namespace {

Tokens loadOrLight(const QString &name)
{
    if (const std::optional<Tokens> tokens = Tokens::load(name))
        return *tokens;
    const std::optional<Tokens> light = Tokens::load(QStringLiteral("light"));
    Q_ASSERT_X(light, "Theme", "the program is built without its themes");
    return light.value_or(Tokens());
}

} // namespace

Theme::Theme(const QString &name, double textScale, QObject *parent)
    : QObject(parent), m_tokens(loadOrLight(name)), m_textScale(qBound(1.0, textScale, 2.0))
{}

void Theme::apply(QApplication &application)
{
    application.setStyle(new CremaStyle);
    application.setFont(font(14));
    application.setPalette(palette());
    application.setStyleSheet(styleSheet());
}

void Theme::setMeasures(double textScale, int controlPx)
{
    m_textScale = qBound(1.0, textScale, 2.0);
    m_controlPx = controlPx;
    // At the start these are what apply() just set, and a style sheet is dear to parse.
    if (const QFont wanted = font(14); qApp->font() != wanted)
        qApp->setFont(wanted);
    if (const QString sheet = styleSheet(); qApp->styleSheet() != sheet)
        qApp->setStyleSheet(sheet);
}

void Theme::setName(const QString &name)
{
    if (name == m_tokens.name())
        return;
    m_tokens = loadOrLight(name);
    qApp->setPalette(palette());
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const char *token) { palette.setColor(role, colour(token)); };
    set(QPalette::Window, "bg");
    set(QPalette::WindowText, "text");
    set(QPalette::Base, "surface");
    set(QPalette::AlternateBase, "sunken");
    set(QPalette::Text, "text");
    set(QPalette::PlaceholderText, "muted");
    set(QPalette::Button, "raised");
    set(QPalette::ButtonText, "text");
    set(QPalette::BrightText, "on-accent");
    set(QPalette::Highlight, "selection");
    set(QPalette::HighlightedText, "text");
    set(QPalette::Link, "accent");
    set(QPalette::LinkVisited, "accent");
    set(QPalette::ToolTipBase, "raised");
    set(QPalette::ToolTipText, "text");
    set(QPalette::Light, "raised");
    set(QPalette::Midlight, "border");
    set(QPalette::Mid, "border");
    set(QPalette::Dark, "control");
    set(QPalette::Shadow, "control");
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour("disabled"));
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/themes/crema.qss"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "Theme", "the program is built without its style sheet");
    const QString source = QString::fromUtf8(file.readAll());
    // One pass: @name is a colour, the width of a line or its kind; sizes of text are written as 16t and grow with the
    // text scale.
    static const QRegularExpression place(QStringLiteral("@([\\w-]+)|\\b(\\d+)t\\b"));
    QString sheet;
    sheet.reserve(source.size() * 2);
    qsizetype copied = 0;
    for (auto it = place.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        sheet += QStringView(source).sliced(copied, match.capturedStart() - copied);
        copied = match.capturedEnd();
        const QString name = match.captured(1);
        if (name.isEmpty())
            sheet += QStringLiteral("%1px").arg(scaled(match.captured(2).toInt()));
        else if (name == QLatin1String("line"))
            sheet += QStringLiteral("%1px").arg(m_tokens.line());
        else if (name == QLatin1String("disabled-border"))
            sheet += m_tokens.line() > 1 ? QLatin1String("dashed") : QLatin1String("solid");
        else
            sheet += m_tokens.colour(name).name(QColor::HexArgb);
    }
    sheet += QStringView(source).sliced(copied);
    return sheet;
}

int Theme::scaled(int px) const
{
    return qRound(px * m_textScale);
}

QFont Theme::font(int px, QFont::Weight weight) const
{
    QFont font;
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(scaled(px));
    font.setWeight(weight);
    if (px >= 28)
        font.setLetterSpacing(QFont::PercentageSpacing, 98);
    return font;
}

QIcon Theme::icon(const QString &name, const char *token) const
{
    return QIcon(new IconEngine(name, colour(token), colour("disabled")));
}

} // namespace crema::desktop
