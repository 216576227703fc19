// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/first_run/look_bar.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/settings/appearance.h"

#include <QHBoxLayout>
#include <QMenu>

namespace crema::desktop {

LookBar::LookBar(const Theme &theme, Appearance &appearance, const QList<LanguageChoice> &languages,
                 const QString &language)
    : m_appearance(appearance), m_themes(new ChoiceRow(theme, QStringLiteral("themeChoice"), tr("Theme")))
{
    setObjectName(QStringLiteral("lookBar"));
    // In the order of ThemeChoice, whose number is the id.
    m_themes->addChoice(QStringLiteral("0"), tr("System"), QStringLiteral("monitor"));
    m_themes->addChoice(QStringLiteral("1"), tr("Light"), QStringLiteral("sun"));
    m_themes->addChoice(QStringLiteral("2"), tr("Dark"), QStringLiteral("moon"));
    m_themes->addChoice(QStringLiteral("3"), tr("High contrast"), QStringLiteral("eye"));
    connect(m_themes, &ChoiceRow::chosen, this,
            [this](const QString &id) { m_appearance.setTheme(static_cast<ThemeChoice>(id.toInt())); });
    connect(&appearance, &Appearance::themeChanged, this, &LookBar::showTheme);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(12);
    row->addWidget(makeLanguages(theme, languages, language));
    row->addWidget(m_themes);
    row->addStretch(1);
    showTheme();
}

QWidget *LookBar::makeLanguages(const Theme &theme, const QList<LanguageChoice> &languages, const QString &language)
{
    auto *button = new TouchButton(theme, QStringLiteral("languageButton"));
    button->setText(language);
    button->setAccessibleName(tr("Language: %1").arg(language));
    button->setIconName(QStringLiteral("globe"));
    button->setTextSize(14, QFont::Medium);
    button->setFixedHeight(qMax(48, theme.scaled(48)));
    auto *menu = new QMenu(button);
    for (const LanguageChoice &choice : languages) {
        QAction *action = menu->addAction(choice.name);
        action->setObjectName(QStringLiteral("language.") + choice.code);
        connect(action, &QAction::triggered, this, [this, code = choice.code] { m_appearance.setLanguage(code); });
    }
    connect(button, &QPushButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4))); });
    return button;
}

void LookBar::showTheme()
{
    m_themes->setCurrent(QString::number(static_cast<int>(m_appearance.theme())));
}

} // namespace crema::desktop
