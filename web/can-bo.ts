import { mount } from 'svelte'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import CanBo from './CanBo.svelte'
import { keepAppOffline } from './reports/offline/keep-app.ts'

const target = document.getElementById('app')
if (!target) throw new Error('can-bo.html has no #app')
mount(CanBo, { target })
keepAppOffline('can-bo')
