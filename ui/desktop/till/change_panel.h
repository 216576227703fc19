// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace crema {
class Action;
class PrintPresenter;
class TillPresenter;
} // namespace crema

namespace crema::desktop {

class AmountLabel;
class PrintStrip;
class Theme;

/// What to hand out after a sale, and its receipt; stays until the next scan or key.
class ChangePanel final : public QWidget
{
    Q_OBJECT

public:
    ChangePanel(const Theme &theme, TillPresenter &presenter, PrintPresenter &printing, QWidget *parent = nullptr);

    /// A third way for the receipt beside showing it and none.
    void addMail(Action &mail);

    /// Shows the receipt, or hides it again.
    void toggleReceipt();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeReceipt();
    void fitReceipt();
    [[nodiscard]] QWidget *makeReceiptChoice();
    void makeRoom();
    void startChange();
    void showChange();
    void showReceipt(bool visible);

    const Theme &m_theme;
    TillPresenter &m_presenter;
    QLabel *m_icon;
    QLabel *m_title;
    AmountLabel *m_change;
    QLabel *m_paid;
    QGridLayout *m_handOut;
    class TouchButton *m_receiptButton;
    QPlainTextEdit *m_receipt;
    PrintStrip *m_print;
    class QBoxLayout *m_row;
    QWidget *m_block = nullptr;
    class QHBoxLayout *m_choices = nullptr; ///< what may be done with the receipt
    QWidget *m_pieces = nullptr;
    QWidget *m_hint = nullptr;
};

} // namespace crema::desktop
