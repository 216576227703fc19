// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/window/area_page.h"

#include <QLocale>

class QFormLayout;
class QGridLayout;
class QVBoxLayout;

namespace crema {
class Appearance;
class JournalPresenter;
class PrinterPresenter;
class DisplayPresenter;
class PrintPresenter;
class ShellPresenter;
class ShopDesk;
class ShopSettingsPresenter;
class UnsentPresenter;
} // namespace crema

namespace crema::desktop {

class ChoiceRow;
class Theme;

/// How the program looks on this computer, and which device this is. Every choice counts at once.
class SettingsPage final : public AreaPage
{
    Q_OBJECT

public:
    SettingsPage(const Theme &theme, Appearance &appearance, const ShopDesk &desk, UnsentPresenter &unsent,
                 JournalPresenter &journal, ShopSettingsPresenter &shop, PrinterPresenter &printer,
                 PrintPresenter &printing, ShellPresenter &shell, DisplayPresenter &display, const QLocale &locale,
                 QWidget *parent = nullptr);

    [[nodiscard]] static Area area();
    void setSizeClass(SizeClass size) override;
    void arrive() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeLook();
    [[nodiscard]] QWidget *makeDevice();
    [[nodiscard]] QWidget *makeInput(ShellPresenter &shell);
    [[nodiscard]] ChoiceRow *addChoices(QVBoxLayout &column, const char *name, const QString &label,
                                        const QString &hint);
    void showChoices();
    void showFacts();

    const Theme &m_theme;
    Appearance &m_appearance;
    const ShopDesk &m_desk;
    JournalPresenter &m_journal;
    ShopSettingsPresenter &m_shop;
    QLocale m_locale;
    QVBoxLayout *m_column;
    ChoiceRow *m_themes = nullptr;
    ChoiceRow *m_text = nullptr;
    ChoiceRow *m_density = nullptr;
    ChoiceRow *m_motion = nullptr;
    ChoiceRow *m_language = nullptr;
    QGridLayout *m_facts = nullptr;
};

} // namespace crema::desktop
