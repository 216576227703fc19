// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;

namespace crema {
class PaymentListPresenter;
struct PaymentDetail;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class EmptyState;
class FormField;
class MessageStrip;
class PageHeader;
class Theme;
class TouchButton;

/// One online payment: how it stands and what to do, what is known of it, and the question before a manager decides.
class PaymentDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    PaymentDetailPanel(const Theme &theme, PaymentListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    /// Puts the focus on the payment, so that the keys scroll it.
    void focusPayment();

private:
    void build();
    void buildQuestion();
    void addButton(const char *action, const QString &text);
    void showDetail();
    void showPayment(const PaymentDetail &detail);
    void showQuestion();
    void showProblem();
    [[nodiscard]] QLabel *text(const QString &words, QFont::Weight weight, const char *tone = "") const;

    const Theme &m_theme;
    PaymentListPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    Card *m_state;
    QLabel *m_sentence;
    Card *m_question;
    QLabel *m_meaning;
    QLineEdit *m_reason;
    FormField *m_reasonField;
    TouchButton *m_settle;
    Card *m_facts;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QWidget *m_problemRow;
    MessageStrip *m_problem;
};

} // namespace crema::desktop
