// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace crema {
class AccountPresenter;
class PersonListPresenter;
struct PersonDetail;
} // namespace crema

namespace crema::desktop {

class Badge;
class BadgeCard;
class Card;
class ChoiceBox;
class EmptyState;
class FormField;
class MessageStrip;
class PageHeader;
class SessionsCard;
class SignInCard;
class Theme;
class TouchButton;

/// One person to change: who they are, what they do and where; their PIN and badge; whether they may sign in, and where
/// they are signed in once that is asked for.
class PersonDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    PersonDetailPanel(const Theme &theme, PersonListPresenter &presenter, AccountPresenter &sessions,
                      QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    void focusPerson();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildPerson();
    void buildPin();
    TouchButton *addButton(const char *action, const QString &text);
    void showDetail();
    void showPerson(const PersonDetail &detail);
    void showRoles(const PersonDetail &detail);
    void showPlaces(const PersonDetail &detail);
    void showDraft();
    void showSessions();
    void askToErase();
    void takeDraft();

    const Theme &m_theme;
    PersonListPresenter &m_presenter;
    AccountPresenter &m_sessions;
    PageHeader *m_header;
    Badge *m_badge;
    MessageStrip *m_message;
    Card *m_person;
    Card *m_pinCard;
    QLineEdit *m_name;
    QLineEdit *m_email;
    ChoiceBox *m_role;
    QLabel *m_roleMeaning;
    QWidget *m_places;
    QVBoxLayout *m_placeColumn;
    QList<QCheckBox *> m_placeBoxes; ///< the first one: everywhere
    QLineEdit *m_pin;
    TouchButton *m_setPin;
    TouchButton *m_takePin;
    QLabel *m_pinText;
    BadgeCard *m_badgeCard;
    SignInCard *m_signIn; ///< at the platform, which tells about sessions only who signed in there
    SessionsCard *m_sessionsCard;
    QList<FormField *> m_fields;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QString m_invited; ///< whom an invitation was mailed to while they are open
    bool m_isShowing = false;
};

} // namespace crema::desktop
