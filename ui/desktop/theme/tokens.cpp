// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace crema::desktop {

const QStringList &Tokens::colourNames()
{
    static const QStringList names{
        QStringLiteral("bg"),       QStringLiteral("surface"),   QStringLiteral("raised"),    QStringLiteral("sunken"),
        QStringLiteral("text"),     QStringLiteral("muted"),     QStringLiteral("border"),    QStringLiteral("control"),
        QStringLiteral("accent"),   QStringLiteral("on-accent"), QStringLiteral("selection"), QStringLiteral("ring"),
        QStringLiteral("ok"),       QStringLiteral("ok-bg"),     QStringLiteral("warn"),      QStringLiteral("warn-bg"),
        QStringLiteral("disabled"), QStringLiteral("error"),     QStringLiteral("error-bg"),  QStringLiteral("scrim"),
        QStringLiteral("series1"),  QStringLiteral("series2"),   QStringLiteral("series3"),   QStringLiteral("series4"),
        QStringLiteral("series5"),  QStringLiteral("series6")};
    return names;
}

QStringList Tokens::themeNames()
{
    return {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("high-contrast")};
}

std::optional<Tokens> Tokens::load(const QString &name)
{
    QFile file(QStringLiteral(":/themes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject theme = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colours = theme.value(QStringLiteral("colours")).toObject();
    Tokens tokens;
    tokens.m_name = name;
    tokens.m_dark = theme.value(QStringLiteral("dark")).toBool();
    tokens.m_line = theme.value(QStringLiteral("line")).toInt(1);
    for (const QString &colour : colourNames()) {
        const QColor value(colours.value(colour).toString());
        if (!value.isValid())
            return std::nullopt;
        tokens.m_colours.insert(colour, value);
    }
    return tokens;
}

QColor Tokens::colour(const QString &name) const
{
    const auto found = m_colours.constFind(name);
    Q_ASSERT_X(found != m_colours.cend(), "Tokens", qPrintable(name));
    return *found;
}

QColor Tokens::series(int number) const
{
    return colour(QStringLiteral("series%1").arg(((number % 6) + 6) % 6 + 1));
}

} // namespace crema::desktop
