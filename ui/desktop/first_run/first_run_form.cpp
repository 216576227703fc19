// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/first_run/first_run_form.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/choice_box.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/first_run/first_run_presenter.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace crema::desktop {

using namespace Qt::StringLiterals;

FirstRunForm::FirstRunForm(const Theme &theme, FirstRunPresenter &presenter, const QString &objectName)
    : m_theme(theme), m_presenter(presenter), m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);
}

FormField *FirstRunForm::newField(const QString &name, const QString &label, QWidget *editor)
{
    auto *field = new FormField(m_theme, name, label, editor);
    m_fields.append(field);
    return field;
}

FormField *FirstRunForm::addField(const QString &name, const QString &label, QWidget *editor)
{
    auto *field = newField(name, label, editor);
    m_column->addWidget(field);
    return field;
}

void FirstRunForm::addPair(const QString &firstName, const QString &firstLabel, QWidget *first,
                           const QString &secondName, const QString &secondLabel, QWidget *second)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(newField(firstName, firstLabel, first), 1, Qt::AlignTop);
    row->addWidget(newField(secondName, secondLabel, second), 1, Qt::AlignTop);
    m_column->addLayout(row);
}

QLineEdit *FirstRunForm::newEdit(const QString &example)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(example);
    // Later: the same key must not press a button of the page that comes.
    connect(edit, &QLineEdit::returnPressed, this, &FirstRunForm::send, Qt::QueuedConnection);
    return edit;
}

void FirstRunForm::addHeading(const QString &text)
{
    auto *heading = makeText(m_theme, u"formHeading"_s, 16, QFont::DemiBold);
    heading->setText(text);
    heading->setContentsMargins(4, 8, 4, 0);
    m_column->addWidget(heading);
}

void FirstRunForm::endFields()
{
    m_column->addStretch(1);
}

void FirstRunForm::send()
{
    submit();
    if (showProblems())
        focusFirst();
}

void FirstRunForm::focusFirst()
{
    const auto hasProblem = [this](const FormField *field) {
        return !m_presenter.fieldProblem(field->name()).isEmpty();
    };
    const auto found = std::ranges::find_if(m_fields, hasProblem);
    FormField *field = found == m_fields.end() ? m_fields.first() : *found;
    field->editor()->setFocus();
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(field);
    }
}

bool FirstRunForm::showProblems()
{
    bool any = false;
    for (FormField *field : std::as_const(m_fields)) {
        const QString problem = m_presenter.fieldProblem(field->name());
        field->setProblem(problem);
        any = any || !problem.isEmpty();
    }
    return any;
}

ConnectForm::ConnectForm(const Theme &theme, FirstRunPresenter &presenter)
    : FirstRunForm(theme, presenter, u"connectForm"_s), m_address(newEdit(u"https://shop.example"_s)),
      m_code(newEdit(u"K7QP-3M2X"_s))
{
    addField(u"address"_s, tr("Address of the business"), m_address);
    addField(u"code"_s, tr("One-time code"), m_code);
    // A scanner may type the code: it belongs here, not to a till.
    m_code->setProperty("acceptsCodes", true);
    endFields();
}

void ConnectForm::submit()
{
    m_presenter.connectTo(m_address->text(), m_code->text());
}

NewShopForm::NewShopForm(const Theme &theme, FirstRunPresenter &presenter)
    : FirstRunForm(theme, presenter, u"newShopForm"_s), m_businessName(newEdit()), m_shopName(newEdit()),
      m_country(new ChoiceBox(theme)), m_currency(new ChoiceBox(theme)), m_standardRate(newEdit()),
      m_reducedRate(newEdit()), m_ownerName(newEdit()), m_email(newEdit()), m_password(newEdit()), m_pin(newEdit())
{
    QStringList currencies;
    const QList<CountryChoice> countries = presenter.countries();
    for (const CountryChoice &country : countries) {
        m_country->addItem(country.name, country.code);
        currencies.append(country.currency);
    }
    currencies.removeDuplicates();
    currencies.sort();
    m_currency->addItems(currencies);
    addHeading(tr("The shop"));
    addPair(u"business_name"_s, tr("Name of the business"), m_businessName, u"shop_name"_s, tr("Name of this place"),
            m_shopName);
    addPair(u"country"_s, tr("Country"), m_country, u"currency"_s, tr("Currency"), m_currency);
    addPair(u"standard_rate"_s, tr("Standard tax in percent"), m_standardRate, u"reduced_rate"_s,
            tr("Reduced tax in percent"), m_reducedRate);
    addHeading(tr("You"));
    addPair(u"owner_name"_s, tr("Your name"), m_ownerName, u"email"_s, tr("Your e-mail address"), m_email);
    m_password->setEchoMode(QLineEdit::Password);
    m_pin->setEchoMode(QLineEdit::Password);
    addPair(u"password"_s, tr("Password"), m_password, u"pin"_s, tr("PIN at the till (optional)"), m_pin);
    endFields();
    connect(m_country, &QComboBox::currentIndexChanged, this, &NewShopForm::proposeForCountry);
    m_country->setCurrentIndex(m_country->findData(presenter.proposedCountry()));
    proposeForCountry();
}

void NewShopForm::proposeForCountry()
{
    const QList<CountryChoice> countries = m_presenter.countries();
    const int row = m_country->currentIndex();
    if (row < 0 || row >= countries.size())
        return;
    m_currency->setCurrentText(countries.at(row).currency);
    m_standardRate->setText(countries.at(row).standardRate);
    m_reducedRate->setText(countries.at(row).reducedRate);
}

void NewShopForm::submit()
{
    m_presenter.setUpShop({m_businessName->text(), m_shopName->text(), m_country->currentData().toString(),
                           m_currency->currentText(), m_standardRate->text(), m_reducedRate->text(),
                           m_ownerName->text(), m_email->text(), m_password->text(), m_pin->text()});
}

RestoreForm::RestoreForm(const Theme &theme, FirstRunPresenter &presenter)
    : FirstRunForm(theme, presenter, u"restoreForm"_s), m_file(newEdit())
{
    addField(u"file"_s, tr("File of the backup"), m_file);
    auto *browse = new TouchButton(theme, u"browseButton"_s);
    browse->setText(tr("Choose a file…"));
    browse->setAccessibleName(browse->text());
    browse->setIconName(u"folder"_s);
    browse->setTextSize(14, QFont::Medium);
    connect(browse, &QPushButton::clicked, this, &RestoreForm::chooseFile);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 0, 4, 0);
    row->addWidget(browse);
    row->addStretch(1);
    m_column->addLayout(row);
    endFields();
}

void RestoreForm::chooseFile()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the backup"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void RestoreForm::submit()
{
    m_presenter.restoreFrom(m_file->text());
}

} // namespace crema::desktop
