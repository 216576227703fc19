// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace crema {
class CartStepPresenter;
class OpenCartPresenter;
} // namespace crema

namespace crema::desktop {

class ChoiceRow;
class Theme;

/// One small step of a sale in the place of the products: the way back and a title above what is asked. Escape goes
/// back.
class CartStepPanel : public QWidget
{
    Q_OBJECT

public:
    /// Shows the step anew and puts the focus where it begins.
    virtual void arrive() = 0;

protected:
    CartStepPanel(const Theme &theme, CartStepPresenter &steps, const QString &objectName, const QString &title);

    void keyPressEvent(QKeyEvent *event) override;

    /// Where the contents go, from the top.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Asks whether the step is about the selected line or all of the sale.
    void addScope();
    void showScope();

    const Theme &m_theme;
    CartStepPresenter &m_steps;

private:
    QVBoxLayout *m_body;
    ChoiceRow *m_scope = nullptr;
    QLabel *m_scopeText = nullptr;
};

} // namespace crema::desktop
