// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/settings/shop_settings_view.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace crema::desktop {

class ChoiceRow;
class Theme;
class TouchButton;

/// One setting of the shop: what it is, what is in force and why, and who changed it. What is typed counts when the
/// field is left or Enter is pressed.
class ShopSettingField final : public QWidget
{
    Q_OBJECT

public:
    ShopSettingField(const Theme &theme, const ShopSettingRow &row, QWidget *parent = nullptr);

    /// What is being typed stays.
    void show(const ShopSettingRow &row);
    void focusEditor();

Q_SIGNALS:
    void typed(const QString &text);
    void resetWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString nameOf(const char *part) const;
    [[nodiscard]] QWidget *makeEditor(const ShopSettingRow &row);
    [[nodiscard]] QWidget *makeNumber(const ShopSettingRow &row);
    [[nodiscard]] QWidget *makeLines(const ShopSettingRow &row);
    [[nodiscard]] QWidget *makeSwitch(const ShopSettingRow &row);
    [[nodiscard]] QWidget *makeChoices(const ShopSettingRow &row);
    [[nodiscard]] QWidget *makeFoot();
    void showValue(const ShopSettingRow &row);
    void showHistory(const ShopSettingRow &row);

    const Theme &m_theme;
    QString m_key;
    QLineEdit *m_number = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    ChoiceRow *m_switch = nullptr;
    QLabel *m_problem;
    QLabel *m_examples;
    QLabel *m_standing;
    QLabel *m_locked;
    QLabel *m_history;
    TouchButton *m_reset;
    TouchButton *m_showHistory;
};

} // namespace crema::desktop
