// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/widgets/form_field.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace crema {
class FirstRunPresenter;
}

namespace crema::desktop {

/// The fields of one step of the first start. Enter in any of them does what the big button does.
class FirstRunForm : public QWidget
{
    Q_OBJECT

public:
    FirstRunForm(const Theme &theme, FirstRunPresenter &presenter, const QString &objectName);

    /// Hands what was typed to the presenter; the focus goes to the first field with a problem.
    void send();
    /// Where typing begins: the first field with a problem, else the first one.
    void focusFirst();
    /// Shows what the presenter says about each field; answers whether it says anything.
    bool showProblems();

protected:
    virtual void submit() = 0;
    FormField *addField(const QString &name, const QString &label, QWidget *editor);
    /// Two short fields that belong together, side by side.
    void addPair(const QString &firstName, const QString &firstLabel, QWidget *first, const QString &secondName,
                 const QString &secondLabel, QWidget *second);
    QLineEdit *newEdit(const QString &example = {});
    void addHeading(const QString &text);
    void endFields();

    const Theme &m_theme;
    FirstRunPresenter &m_presenter;
    QVBoxLayout *m_column;

private:
    FormField *newField(const QString &name, const QString &label, QWidget *editor);

    QList<FormField *> m_fields;
};

/// Address and one-time code of a business elsewhere.
class ConnectForm final : public FirstRunForm
{
    Q_OBJECT

public:
    ConnectForm(const Theme &theme, FirstRunPresenter &presenter);

protected:
    void submit() override;

private:
    QLineEdit *m_address;
    QLineEdit *m_code;
};

/// Business, place, taxes and owner of a new shop.
class NewShopForm final : public FirstRunForm
{
    Q_OBJECT

public:
    NewShopForm(const Theme &theme, FirstRunPresenter &presenter);

protected:
    void submit() override;

private:
    void proposeForCountry();

    QLineEdit *m_businessName;
    QLineEdit *m_shopName;
    QComboBox *m_country;
    QComboBox *m_currency;
    QLineEdit *m_standardRate;
    QLineEdit *m_reducedRate;
    QLineEdit *m_ownerName;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QLineEdit *m_pin;
};

/// The file of a backup.
class RestoreForm final : public FirstRunForm
{
    Q_OBJECT

public:
    RestoreForm(const Theme &theme, FirstRunPresenter &presenter);

protected:
    void submit() override;

private:
    void chooseFile();

    QLineEdit *m_file;
};

} // namespace crema::desktop
