// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/people/role_list_view.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QStackedWidget;

namespace crema {
class RoleListPresenter;
} // namespace crema

namespace crema::desktop {

class Badge;
class Card;
class ChoiceBox;
class ChoiceRow;
class EmptyState;
class FormField;
class MessageStrip;
class PageHeader;
class Theme;
class TouchButton;

/// One role: what it is called, what it lets somebody do, alone or with a colleague's PIN, and who has it.
class RoleDetailPanel final : public QWidget
{
    Q_OBJECT

public:
    RoleDetailPanel(const Theme &theme, RoleListPresenter &presenter, QWidget *parent = nullptr);

    /// Beside the list nothing leads back to it.
    void setBeside(bool beside);
    void focusRole();

private:
    void build();
    void buildRole();
    void buildRights();
    TouchButton *addButton(const char *action, const QString &text);
    FormField *addField(const QString &name, const QString &label, QWidget *editor);
    void showDetail();
    void showRole(const RoleDetail &detail);
    void showDraft();
    void showRights(const RoleDetail &detail);
    void showMessage(const RoleDetail &detail);

    const Theme &m_theme;
    RoleListPresenter &m_presenter;
    PageHeader *m_header;
    Badge *m_badge;
    MessageStrip *m_message;
    Card *m_role;
    Card *m_rights;
    QLineEdit *m_name;
    ChoiceBox *m_base;
    FormField *m_baseField = nullptr;
    QLineEdit *m_discount;
    QLineEdit *m_refund;
    QLabel *m_holders;
    QMap<Permission, ChoiceRow *> m_rows;
    QList<FormField *> m_fields;
    QWidget *m_content;
    QScrollArea *m_scroll;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};

} // namespace crema::desktop
