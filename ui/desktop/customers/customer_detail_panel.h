// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class CustomerListPresenter;
struct CustomerDetail;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class ChoiceBox;
class CustomerMergeCard;
class CustomerPointsCard;
class CustomerPricesCard;
class CustomerPrivacyCard;
class EmptyState;
class FormField;
class MessageStrip;
class PageHeader;
class Theme;

/// One customer to change: who they are, how to reach them, and what the staff should know.
class CustomerDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    CustomerDetailPanel(const Theme &theme, CustomerListPresenter &presenter, QWidget *parent = nullptr);

    /// Below the notes.
    void addCard(QWidget *card);
    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    void focusCustomer();

private:
    void build();
    void buildFields();
    void buildConsent();
    void addButton(const char *action, const QString &text, const char *kind = "plain");
    void showDetail();
    void showCustomer(const CustomerDetail &detail);
    void showDraft();
    void takeDraft();

    const Theme &m_theme;
    CustomerListPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    MessageStrip *m_message;
    Card *m_card;
    Card *m_notesCard;
    CustomerPricesCard *m_pricesCard;
    CustomerPointsCard *m_pointsCard;
    CustomerMergeCard *m_mergeCard;
    CustomerPrivacyCard *m_privacyCard;
    QLineEdit *m_name;
    QLineEdit *m_email;
    QLineEdit *m_phone;
    QLineEdit *m_taxId;
    QLineEdit *m_cardNumber;
    QPlainTextEdit *m_notes;
    ChoiceBox *m_consent;
    ChoiceBox *m_consentSource;
    FormField *m_sourceField = nullptr;
    QLabel *m_consentText;
    QList<FormField *> m_fields;
    QVBoxLayout *m_cards = nullptr;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    bool m_isShowing = false;
};

} // namespace crema::desktop
