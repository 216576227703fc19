// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class TillWeighing;
}

namespace crema::desktop {

class FormField;
class Theme;
class TouchButton;

/// Asks what something weighs, in the place of the products: a field that has the focus, and keys for fingers. Enter
/// takes it, Escape leaves the item out.
class WeightPanel final : public QWidget
{
    Q_OBJECT

public:
    WeightPanel(const Theme &theme, TillWeighing &weighing, QWidget *parent = nullptr);

    /// Puts the focus into the field.
    void arrive();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeHead(QVBoxLayout &column);
    void makeKeys(QVBoxLayout &column);
    void showQuestion();

    const Theme &m_theme;
    TillWeighing &m_weighing;
    QLabel *m_title;
    QLabel *m_price;
    QLabel *m_net;
    QLineEdit *m_weight;
    FormField *m_field;
    TouchButton *m_tare;
    TouchButton *m_mark; ///< the decimal mark, where kilograms are typed
};

} // namespace crema::desktop
