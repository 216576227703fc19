// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/settings/settings_page.h"

#include "ui/desktop/settings/display_card.h"
#include "ui/desktop/settings/journal_card.h"
#include "ui/desktop/settings/printer_card.h"
#include "ui/desktop/settings/shop_card.h"
#include "ui/desktop/settings/unsent_card.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_row.h"
#include "ui/desktop/widgets/scroll_column.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/selling/journal_presenter.h"
#include "ui/presenters/settings/appearance.h"
#include "ui/presenters/settings/device_facts.h"
#include "ui/presenters/settings/shop_settings_presenter.h"
#include "ui/presenters/shell/shell_presenter.h"
#include "ui/presenters/shop_desk.h"

#include <QFrame>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crema::desktop {

namespace {

constexpr int widestPx = 760;

QFrame *makeCard(const Theme &theme, const QString &objectName, const QString &title, QVBoxLayout *&column)
{
    auto *card = new QFrame;
    card->setObjectName(objectName);
    card->setProperty("role", QStringLiteral("card"));
    column = new QVBoxLayout(card);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(8);
    QLabel *heading = makeText(theme, objectName + QStringLiteral(".title"), 16, QFont::DemiBold);
    heading->setText(title);
    column->addWidget(heading);
    return card;
}

} // namespace

SettingsPage::SettingsPage(const Theme &theme, Appearance &appearance, const ShopDesk &desk, UnsentPresenter &unsent,
                           JournalPresenter &journal, ShopSettingsPresenter &shop, PrinterPresenter &printer,
                           PrintPresenter &printing, ShellPresenter &shell, DisplayPresenter &display,
                           const QLocale &locale, QWidget *parent)
    : AreaPage(parent), m_theme(theme), m_appearance(appearance), m_desk(desk), m_journal(journal), m_shop(shop),
      m_locale(locale), m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("settingsPage"));
    QLabel *title = makeText(theme, QStringLiteral("settingsTitle"), 20, QFont::DemiBold);
    title->setText(tr("Settings"));
    m_column->setSpacing(16);
    m_column->addWidget(title);
    m_column->addWidget(makeLook());
    m_column->addWidget(new ShopCard(theme, shop));
    m_column->addWidget(new PrinterCard(theme, printer, printing));
    m_column->addWidget(makeInput(shell));
    m_column->addWidget(new DisplayCard(theme, display));
    m_column->addWidget(makeDevice());
    m_column->addWidget(new UnsentCard(theme, unsent));
    m_column->addWidget(new JournalCard(theme, journal));
    m_column->addStretch(1);
    auto *scroll = new QScrollArea;
    scrollColumn(*scroll, *m_column, QStringLiteral("settings"), theme.scaled(widestPx));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    connect(&appearance, &Appearance::changed, this, &SettingsPage::showChoices);
    connect(&desk, &ShopDesk::changed, this, &SettingsPage::showFacts);
    setSizeClass(SizeClass::Medium);
    showChoices();
}

AreaPage::Area SettingsPage::area()
{
    return {QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), QStringLiteral("Ctrl+,")};
}

void SettingsPage::setSizeClass(SizeClass size)
{
    const int edge = size == SizeClass::Wide ? 24 : 16;
    m_column->setContentsMargins(edge, 16, edge, 24);
}

void SettingsPage::arrive()
{
    showFacts();
    m_journal.read();
    m_shop.arrive();
    m_themes->focusCurrent();
}

void SettingsPage::hideEvent(QHideEvent *event)
{
    AreaPage::hideEvent(event);
    // A window that is put aside for a moment is not left.
    if (!event->spontaneous())
        m_shop.leave();
}

ChoiceRow *SettingsPage::addChoices(QVBoxLayout &column, const char *name, const QString &label, const QString &hint)
{
    const QString objectName = QStringLiteral("settings.") + QString::fromLatin1(name);
    QLabel *title = makeText(m_theme, objectName + QStringLiteral(".label"), 14, QFont::Medium);
    title->setText(label);
    title->setContentsMargins(0, 12, 0, 0);
    auto *choices = new ChoiceRow(m_theme, objectName, label);
    column.addWidget(title);
    column.addWidget(choices);
    if (!hint.isEmpty()) {
        QLabel *below = makeText(m_theme, objectName + QStringLiteral(".hint"), 12, QFont::Normal, "muted");
        below->setText(hint);
        below->setWordWrap(true);
        column.addWidget(below);
    }
    return choices;
}

QWidget *SettingsPage::makeLook()
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(m_theme, QStringLiteral("lookCard"), tr("Look"), column);
    m_themes = addChoices(*column, "theme", tr("Theme"), {});
    m_themes->addChoice(QStringLiteral("system"), tr("System"), QStringLiteral("monitor"));
    m_themes->addChoice(QStringLiteral("light"), tr("Light"), QStringLiteral("sun"));
    m_themes->addChoice(QStringLiteral("dark"), tr("Dark"), QStringLiteral("moon"));
    m_themes->addChoice(QStringLiteral("high-contrast"), tr("High contrast"), QStringLiteral("eye"));
    m_text = addChoices(*column, "text", tr("Text size"), {});
    for (int percent = Appearance::smallestTextPercent; percent <= Appearance::largestTextPercent;
         percent += Appearance::textPercentStep)
        m_text->addChoice(QString::number(percent), tr("%1 %").arg(percent));
    m_density = addChoices(*column, "density", tr("Height of rows and fields"), {});
    m_density->addChoice(QStringLiteral("0"), tr("Compact"));
    m_density->addChoice(QStringLiteral("1"), tr("Normal"));
    m_density->addChoice(QStringLiteral("2"), tr("Touch"));
    m_motion = addChoices(*column, "motion", tr("Motion"), {});
    m_motion->addChoice(QStringLiteral("0"), tr("Full"));
    m_motion->addChoice(QStringLiteral("1"), tr("Reduced"));
    m_language = addChoices(*column, "language", tr("Language"), tr("Counts from the next start of Crema on."));
    m_language->addChoice({}, tr("System"), QStringLiteral("globe"));
    m_language->addChoice(QStringLiteral("en"), QStringLiteral("English"));
    m_language->addChoice(QStringLiteral("de"), QStringLiteral("Deutsch"));
    connect(m_themes, &ChoiceRow::chosen, &m_appearance,
            [this](const QString &id) { m_appearance.setTheme(themeChoiceFromText(id)); });
    connect(m_text, &ChoiceRow::chosen, &m_appearance,
            [this](const QString &id) { m_appearance.setTextPercent(id.toInt()); });
    connect(m_density, &ChoiceRow::chosen, &m_appearance,
            [this](const QString &id) { m_appearance.setDensity(static_cast<Density>(id.toInt())); });
    connect(m_motion, &ChoiceRow::chosen, &m_appearance,
            [this](const QString &id) { m_appearance.setMotion(static_cast<Motion>(id.toInt())); });
    connect(m_language, &ChoiceRow::chosen, &m_appearance, [this](const QString &id) { m_appearance.setLanguage(id); });
    return card;
}

QWidget *SettingsPage::makeInput(ShellPresenter &shell)
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(m_theme, QStringLiteral("inputCard"), tr("Keys and scanner"), column);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const char *area : {"keys", "scanner"}) {
        auto *button = new TouchButton(m_theme, QStringLiteral("settings.") + QString::fromLatin1(area));
        button->setTextSize(14, QFont::Medium);
        button->setAction(*shell.actions().find(QStringLiteral("go.") + QString::fromLatin1(area)));
        button->setMinimumHeight(m_theme.scaled(40));
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    return card;
}

QWidget *SettingsPage::makeDevice()
{
    QVBoxLayout *column = nullptr;
    QFrame *card = makeCard(m_theme, QStringLiteral("deviceCard"), tr("This device"), column);
    m_facts = new QGridLayout;
    m_facts->setContentsMargins(0, 8, 0, 0);
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    column->addLayout(m_facts);
    return card;
}

void SettingsPage::showChoices()
{
    m_themes->setCurrent(themeChoiceText(m_appearance.theme()));
    m_text->setCurrent(QString::number(m_appearance.textPercent()));
    m_density->setCurrent(QString::number(static_cast<int>(m_appearance.density())));
    m_motion->setCurrent(QString::number(static_cast<int>(m_appearance.motion())));
    m_language->setCurrent(m_appearance.language());
}

void SettingsPage::showFacts()
{
    if (!isVisible())
        return;
    const QList<DeviceFact> facts = deviceFacts(m_desk.state(), QStringLiteral(CREMA_VERSION), m_locale);
    for (int row = 0; row < facts.size(); ++row) {
        if (!m_facts->itemAtPosition(row, 0)) {
            const QString name = QStringLiteral("fact%1").arg(row);
            m_facts->addWidget(makeText(m_theme, name, 14, QFont::Normal, "muted"), row, 0, Qt::AlignTop);
            QLabel *value = makeText(m_theme, name + QStringLiteral(".value"), 14, QFont::Normal);
            value->setWordWrap(true);
            value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_facts->addWidget(value, row, 1);
        }
        static_cast<QLabel *>(m_facts->itemAtPosition(row, 0)->widget())->setText(facts.at(row).name);
        static_cast<QLabel *>(m_facts->itemAtPosition(row, 1)->widget())->setText(facts.at(row).value);
    }
}

} // namespace crema::desktop
